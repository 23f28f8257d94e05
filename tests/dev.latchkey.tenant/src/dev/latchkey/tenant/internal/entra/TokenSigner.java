package dev.latchkey.tenant.internal.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Certificates;

/** The key that signs every token of the simulated cloud. */
public final class TokenSigner {

	private final KeyPair keys;
	private final X509Certificate certificate;
	private final String keyId;

	public TokenSigner(Clock clock) throws GeneralSecurityException {
		keys = Certificates.rsa();
		certificate = Certificates.selfSigned(keys, "CN=accounts.accesscontrol.simulated",
				clock.instant().minus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(365)));
		keyId = Jwt.encode(Certificates.thumbprint("SHA-1", certificate.getEncoded()));
	}

	/** @return the token in compact form */
	public String sign(JsonObject claims) {
		JsonObject header = Json.object("typ", "JWT", "alg", "RS256", "x5t", keyId, "kid", keyId);
		String signed = Jwt.encode(header) + '.' + Jwt.encode(claims);
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(keys.getPrivate());
			signature.update(signed.getBytes(StandardCharsets.US_ASCII));
			return signed + '.' + Jwt.encode(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return claims of a token that this key signed; empty if it did not */
	public Optional<JsonObject> verify(String compact) {
		return Jwt.parse(compact).filter(this::signed).map(Jwt::claims);
	}

	/** @return the public key as a JSON web key set */
	public JsonObject keySet() {
		RSAPublicKey key = (RSAPublicKey) keys.getPublic();
		try {
			return Json.object("keys", Json.array(Json.object("kty", "RSA", "use", "sig", "kid", keyId, "x5t", keyId,
					"n", Jwt.encode(unsigned(key.getModulus().toByteArray())), "e",
					Jwt.encode(unsigned(key.getPublicExponent().toByteArray())), "x5c",
					Json.array(Base64.getEncoder().encodeToString(certificate.getEncoded())))));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private boolean signed(Jwt token) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initVerify(keys.getPublic());
			signature.update(token.signed());
			return signature.verify(token.signature());
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private static byte[] unsigned(byte[] number) {
		return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
	}
}
