package dev.latchkey.tenant.internal.entra;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Certificates;

/** Verifies that a caller holds a key that is registered with an application now and still valid, for rolling its keys. */
public final class ProofVerifier {

	private static final String AUDIENCE = "00000002-0000-0000-c000-000000000000";
	private static final Duration SKEW = Duration.ofMinutes(5);
	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final Clock clock;

	public ProofVerifier(Clock clock) {
		this.clock = clock;
	}

	/**
	 * @param proof
	 *            what the caller sent
	 * @param application
	 *            the application as it is now
	 */
	public boolean proves(String proof, JsonObject application) {
		return Jwt.parse(proof).filter(jwt -> claims(jwt.claims(), application)).filter(jwt -> Json
				.objects(application, "keyCredentials").anyMatch(credential -> isSigned(jwt, credential))).isPresent();
	}

	private boolean claims(JsonObject claims, JsonObject application) {
		if (!claims.has("nbf") || !claims.has("exp")) {
			return false;
		}
		Instant now = clock.instant();
		Instant start = Instant.ofEpochSecond(claims.get("nbf").getAsLong());
		Instant end = Instant.ofEpochSecond(claims.get("exp").getAsLong());
		boolean timely = !now.plus(SKEW).isBefore(start) && now.minus(SKEW).isBefore(end);
		return timely && Duration.between(start, end).compareTo(LONGEST) <= 0
				&& Json.text(claims, "aud").equals(AUDIENCE)
				&& Json.text(claims, "iss").equalsIgnoreCase(Json.text(application, "id"));
	}

	private boolean isSigned(Jwt jwt, JsonObject credential) {
		Instant now = clock.instant();
		boolean valid = now.isBefore(Instant.parse(Json.text(credential, "endDateTime")))
				&& !now.plus(SKEW).isBefore(Instant.parse(Json.text(credential, "startDateTime")));
		X509Certificate certificate = Certificates.of(credential);
		return valid && certificate != null && certificate.getPublicKey() instanceof RSAPublicKey key
				&& Json.text(jwt.header(), "alg").equals("RS256") && verified(jwt, key)
				&& Json.string(jwt.header(), "x5t").filter(name -> !name.equals(thumbprint(certificate))).isEmpty();
	}

	private static boolean verified(Jwt jwt, RSAPublicKey key) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initVerify(key);
			signature.update(jwt.signed());
			return signature.verify(jwt.signature());
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private static String thumbprint(X509Certificate certificate) {
		try {
			return Jwt.encode(Certificates.thumbprint("SHA-1", certificate.getEncoded()));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
