package dev.latchkey.registration.graph.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.registration.ClientCertificate;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;

/**
 * The statement by which an application proves that it holds one of its keys, in order to change them. Claims: Microsoft's page
 * "Generate proof of possession tokens for rolling keys". Algorithm and header are not written there: they are those that its
 * sample makes ({@code X509SigningCredentials}: RS256, SHA-1 thumbprint as {@code kid} and {@code x5t}).
 */
public final class PossessionProof {

	private static final String AUDIENCE = "00000002-0000-0000-c000-000000000000"; //$NON-NLS-1$
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private final ClientCertificate certificate;

	public PossessionProof(ClientCertificate certificate) {
		this.certificate = certificate;
	}

	/**
	 * A new one; a secret as long as it is valid.
	 *
	 * @param objectId the application's
	 */
	public String of(String objectId) throws Refusal {
		try {
			return sign(objectId, Instant.now());
		} catch (ClientAssertion.KeyMismatchException e) {
			throw local(Reason.CERTIFICATE_KEY_MISMATCH, e);
		} catch (ClientAssertion.KeyKindException e) {
			throw local(Reason.CERTIFICATE_REFUSED, e);
		} catch (GeneralSecurityException e) {
			throw local(Reason.KEY_UNUSABLE, e);
		}
	}

	private Refusal local(Reason reason, Exception cause) {
		return new Refusal(Failure.of(reason, Thumbprint.hex(certificate.certificate())), 0, Optional.empty(), cause);
	}

	private String sign(String objectId, Instant now) throws GeneralSecurityException {
		X509Certificate x509 = certificate.certificate();
		if (!(x509.getPublicKey() instanceof RSAPublicKey)) {
			throw new ClientAssertion.KeyKindException();
		}
		String content = ClientAssertion.encode(header(x509)) + '.' + ClientAssertion.encode(claims(objectId, now));
		byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
		byte[] signature = certificate.signer().signRs256(bytes);
		if (!verifies(x509, bytes, signature)) {
			throw new ClientAssertion.KeyMismatchException();
		}
		return content + '.' + ClientAssertion.encode(signature);
	}

	private static JsonObject header(X509Certificate x509) throws GeneralSecurityException {
		JsonObject header = new JsonObject();
		header.addProperty("alg", "RS256"); //$NON-NLS-1$ //$NON-NLS-2$
		header.addProperty("typ", "JWT"); //$NON-NLS-1$ //$NON-NLS-2$
		header.addProperty("kid", Thumbprint.hex(x509)); //$NON-NLS-1$
		header.addProperty("x5t", ClientAssertion.encode(Thumbprint.of(x509.getEncoded()))); //$NON-NLS-1$
		return header;
	}

	private static JsonObject claims(String objectId, Instant now) {
		JsonObject claims = new JsonObject();
		claims.addProperty("aud", AUDIENCE); //$NON-NLS-1$
		claims.addProperty("iss", objectId); //$NON-NLS-1$
		claims.addProperty("nbf", now.getEpochSecond()); //$NON-NLS-1$
		claims.addProperty("exp", now.plus(LIFETIME).getEpochSecond()); //$NON-NLS-1$
		return claims;
	}

	private static boolean verifies(X509Certificate x509, byte[] content, byte[] signed) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("SHA256withRSA"); //$NON-NLS-1$
		signature.initVerify(x509.getPublicKey());
		signature.update(content);
		try {
			return signature.verify(signed);
		} catch (java.security.SignatureException e) {
			return false;
		}
	}
}
