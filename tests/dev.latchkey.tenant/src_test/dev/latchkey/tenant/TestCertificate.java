package dev.latchkey.tenant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.directory.Certificates;

/** A certificate with its key, and the assertions that it signs. */
record TestCertificate(X509Certificate certificate, KeyPair keys) {

	static TestCertificate valid() throws GeneralSecurityException {
		return make(2048, Duration.ofDays(-1), Duration.ofDays(364));
	}

	static TestCertificate make(int bits, Duration start, Duration end) throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(bits);
		KeyPair keys = generator.generateKeyPair();
		Instant now = Instant.now();
		return new TestCertificate(Certificates.selfSigned(keys, "CN=Latchkey test", now.plus(start), now.plus(end)),
				keys);
	}

	String base64() throws GeneralSecurityException {
		return Base64.getEncoder().encodeToString(certificate.getEncoded());
	}

	/** The claims that the token endpoint wants. */
	JsonObject claims(SimulatedTenant tenant) {
		return claims(tenant, tenant.scenario().applicationId());
	}

	JsonObject claims(SimulatedTenant tenant, String clientId) {
		long now = Instant.now().getEpochSecond();
		JsonObject claims = new JsonObject();
		claims.addProperty("aud", tenant.endpoints().authority() + "/" + tenant.scenario().tenantId()
				+ "/oauth2/v2.0/token");
		claims.addProperty("iss", clientId);
		claims.addProperty("sub", clientId);
		claims.addProperty("jti", UUID.randomUUID().toString());
		claims.addProperty("nbf", now);
		claims.addProperty("exp", now + 300);
		return claims;
	}

	/** As Microsoft documents it: PS256 and the SHA-256 thumbprint. */
	String ps256(JsonObject claims) throws GeneralSecurityException {
		JsonObject header = header("PS256");
		header.addProperty("x5t#S256", thumbprint("SHA-256"));
		Signature signature = Signature.getInstance("RSASSA-PSS");
		signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
		return sign(header, claims, signature);
	}

	/** As older clients write it: RS256 and the SHA-1 thumbprint. */
	String rs256(JsonObject claims) throws GeneralSecurityException {
		JsonObject header = header("RS256");
		header.addProperty("x5t", thumbprint("SHA-1"));
		return sign(header, claims, Signature.getInstance("SHA256withRSA"));
	}

	String withoutThumbprint(JsonObject claims) throws GeneralSecurityException {
		return sign(header("RS256"), claims, Signature.getInstance("SHA256withRSA"));
	}

	private static JsonObject header(String algorithm) {
		JsonObject header = new JsonObject();
		header.addProperty("typ", "JWT");
		header.addProperty("alg", algorithm);
		return header;
	}

	private String thumbprint(String algorithm) throws GeneralSecurityException {
		return url(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
	}

	private String sign(JsonObject header, JsonObject claims, Signature signature) throws GeneralSecurityException {
		String text = url(header.toString().getBytes(StandardCharsets.UTF_8)) + '.'
				+ url(claims.toString().getBytes(StandardCharsets.UTF_8));
		signature.initSign(keys.getPrivate());
		signature.update(text.getBytes(StandardCharsets.US_ASCII));
		return text + '.' + url(signature.sign());
	}

	private static String url(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}
}
