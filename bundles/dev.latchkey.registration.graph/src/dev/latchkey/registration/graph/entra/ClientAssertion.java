package dev.latchkey.registration.graph.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.google.gson.JsonObject;

import dev.latchkey.registration.ClientCertificate;

/**
 * The statement, signed with the certificate's key, by which an application proves who it is. Rules: Microsoft's page
 * "Certificate credentials" (PS256, {@code x5t#S256} in Base64url, audience, ten minutes at most).
 */
final class ClientAssertion {

	private static final Duration LIFETIME = Duration.ofMinutes(5);
	private static final int SALT_BYTES = 32;

	private final ClientCertificate certificate;
	private final String clientId;
	private final String audience;

	/** @param audience the token endpoint */
	ClientAssertion(ClientCertificate certificate, String clientId, String audience) {
		this.certificate = certificate;
		this.clientId = clientId;
		this.audience = audience;
	}

	/** @throws GeneralSecurityException when the key can't sign, or signs for another certificate, or is none that may */
	String sign(Instant now) throws GeneralSecurityException {
		if (!(certificate.certificate().getPublicKey() instanceof RSAPublicKey)) {
			throw new KeyKindException();
		}
		String content = encode(header()) + '.' + encode(claims(now));
		byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
		byte[] signature = certificate.signer().signPs256(bytes);
		if (!verifies(bytes, signature)) {
			throw new KeyMismatchException();
		}
		return content + '.' + encode(signature);
	}

	private JsonObject header() throws GeneralSecurityException {
		byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate.certificate().getEncoded()); //$NON-NLS-1$
		JsonObject header = new JsonObject();
		header.addProperty("alg", "PS256"); //$NON-NLS-1$ //$NON-NLS-2$
		header.addProperty("typ", "JWT"); //$NON-NLS-1$ //$NON-NLS-2$
		header.addProperty("x5t#S256", encode(thumbprint)); //$NON-NLS-1$
		return header;
	}

	private JsonObject claims(Instant now) {
		JsonObject claims = new JsonObject();
		claims.addProperty("aud", audience); //$NON-NLS-1$
		claims.addProperty("iss", clientId); //$NON-NLS-1$
		claims.addProperty("sub", clientId); //$NON-NLS-1$
		claims.addProperty("jti", UUID.randomUUID().toString()); //$NON-NLS-1$
		claims.addProperty("nbf", now.getEpochSecond()); //$NON-NLS-1$
		claims.addProperty("iat", now.getEpochSecond()); //$NON-NLS-1$
		claims.addProperty("exp", now.plus(LIFETIME).getEpochSecond()); //$NON-NLS-1$
		return claims;
	}

	/** Tells a key of another certificate apart from a certificate that is not registered, which Microsoft says in words only. */
	private boolean verifies(byte[] content, byte[] signed) throws GeneralSecurityException {
		X509Certificate x509 = certificate.certificate();
		Signature signature = Signature.getInstance("RSASSA-PSS"); //$NON-NLS-1$
		signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1)); //$NON-NLS-1$ //$NON-NLS-2$
		signature.initVerify(x509.getPublicKey());
		signature.update(content);
		try {
			return signature.verify(signed);
		} catch (java.security.SignatureException e) {
			return false;
		}
	}

	static String encode(JsonObject json) {
		return encode(json.toString().getBytes(StandardCharsets.UTF_8));
	}

	static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** Microsoft Entra ID takes RSA keys only. */
	static final class KeyKindException extends GeneralSecurityException {
		private static final long serialVersionUID = 1;
	}

	/** The private key is not that of the certificate. */
	static final class KeyMismatchException extends GeneralSecurityException {
		private static final long serialVersionUID = 1;
	}
}
