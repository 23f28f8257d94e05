package dev.latchkey.tenant.internal.entra;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Certificates;

/** Verifies that a client holds the private key of a certificate that is registered with it now. */
final class AssertionVerifier {

	/** What the real service tolerates between clocks. */
	private static final Duration SKEW = Duration.ofMinutes(5);
	private static final int MINIMUM_BITS = 2048;

	private record Thumbprint(String algorithm, byte[] value) {
	}

	private final Clock clock;

	AssertionVerifier(Clock clock) {
		this.clock = clock;
	}

	/**
	 * @param assertion
	 *            the client's assertion
	 * @param application
	 *            the client as the directory has it
	 * @param audiences
	 *            addresses of the tenant's token endpoint
	 * @throws EntraError
	 *             if it proves nothing
	 */
	void verify(String assertion, JsonObject application, List<String> audiences) {
		Jwt jwt = Jwt.parse(assertion).orElseThrow(() -> EntraError.of(50027, "The token is not a signed JWT."));
		String clientId = Json.text(application, "appId");
		Thumbprint thumbprint = thumbprint(jwt.header());
		claims(jwt.claims(), clientId, audiences);
		signature(jwt, thumbprint, application, clientId);
		times(jwt.claims());
	}

	private static Thumbprint thumbprint(JsonObject header) {
		Optional<Thumbprint> sha256 = Json.string(header, "x5t#S256").map(v -> new Thumbprint("SHA-256", decode(v)));
		return sha256.or(() -> Json.string(header, "x5t").map(v -> new Thumbprint("SHA-1", decode(v))))
				.orElseThrow(() -> EntraError.of(50012, "No certificate thumbprint in the header."));
	}

	private static void claims(JsonObject claims, String clientId, List<String> audiences) {
		if (!Json.text(claims, "iss").equalsIgnoreCase(clientId)
				|| !Json.text(claims, "sub").equalsIgnoreCase(clientId)) {
			throw EntraError.of(50048);
		}
		String audience = Json.text(claims, "aud");
		if (audiences.stream().noneMatch(audience::equalsIgnoreCase)) {
			throw EntraError.of(700023, audience);
		}
		if (Json.text(claims, "jti").isEmpty()) {
			throw EntraError.of(50027, "The token has no jti.");
		}
	}

	private void times(JsonObject claims) {
		Instant now = clock.instant();
		if (!claims.has("exp")) {
			throw EntraError.of(50027, "The token has no exp.");
		}
		Instant end = Instant.ofEpochSecond(claims.get("exp").getAsLong());
		Instant start = claims.has("nbf") ? Instant.ofEpochSecond(claims.get("nbf").getAsLong()) : Instant.EPOCH;
		if (now.plus(SKEW).isBefore(start) || !now.minus(SKEW).isBefore(end)) {
			throw EntraError.of(700024, now.toString(), start.toString(), end.toString());
		}
	}

	private void signature(Jwt jwt, Thumbprint used, JsonObject application, String clientId) {
		String client = "Thumbprint of key used by client: '" + HexFormat.of().withUpperCase().formatHex(used.value())
				+ "'";
		JsonObject credential = Json.objects(application, "keyCredentials").filter(c -> matches(c, used)).findFirst()
				.orElseThrow(() -> EntraError.of(700027, "The key was not found., " + client, clientId));
		RSAPublicKey key = key(credential, client, clientId);
		String start = Json.text(credential, "startDateTime");
		String end = Json.text(credential, "endDateTime");
		String found = client + ", Found key 'Start=" + start + ", End=" + end + "'";
		Instant now = clock.instant();
		if (now.isAfter(Instant.parse(end))) {
			throw EntraError.of(700027, "The key used is expired., " + found, clientId);
		}
		if (now.plus(SKEW).isBefore(Instant.parse(start))) {
			throw EntraError.of(1000502);
		}
		if (!verified(jwt, key)) {
			throw EntraError.of(700027, "Key was found, but use of the key to verify the signature failed., " + found,
					clientId);
		}
	}

	private static RSAPublicKey key(JsonObject credential, String client, String clientId) {
		if (!(Certificates.of(credential).getPublicKey() instanceof RSAPublicKey key)) {
			throw EntraError.of(700027, "The key is not an RSA key., " + client, clientId);
		}
		if (key.getModulus().bitLength() < MINIMUM_BITS) {
			throw EntraError.of(700027, "RSA key size " + key.getModulus().bitLength()
					+ " is less than the minimum required 2048 bits., " + client, clientId);
		}
		return key;
	}

	private static boolean matches(JsonObject credential, Thumbprint used) {
		X509Certificate certificate = Certificates.of(credential);
		return certificate != null && Arrays.equals(used.value(), digest(used.algorithm(), certificate));
	}

	private static boolean verified(Jwt jwt, RSAPublicKey key) {
		try {
			Signature signature = algorithm(Json.text(jwt.header(), "alg"));
			signature.initVerify(key);
			signature.update(jwt.signed());
			return signature.verify(jwt.signature());
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private static Signature algorithm(String name) throws GeneralSecurityException {
		switch (name) {
		case "RS256":
			return Signature.getInstance("SHA256withRSA");
		case "PS256":
			Signature pss = Signature.getInstance("RSASSA-PSS");
			pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
			return pss;
		default:
			throw EntraError.of(50027, "The algorithm " + name + " is not supported.");
		}
	}

	private static byte[] digest(String algorithm, X509Certificate certificate) {
		try {
			return Certificates.thumbprint(algorithm, certificate.getEncoded());
		} catch (GeneralSecurityException e) {
			return new byte[0];
		}
	}

	/** Some clients write plain Base64 where the standard wants the URL form; the real service takes both. */
	private static byte[] decode(String value) {
		try {
			return Base64.getUrlDecoder().decode(value.replace('+', '-').replace('/', '_').replaceAll("=+$", ""));
		} catch (IllegalArgumentException e) {
			throw EntraError.of(50012, "The certificate thumbprint in the header is malformed.");
		}
	}
}
