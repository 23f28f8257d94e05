package dev.latchkey.tenant.internal.entra;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;

/**
 * A signed token in compact form.
 *
 * @param header
 *            its header
 * @param claims
 *            its claims
 * @param signed
 *            the bytes that are signed
 * @param signature
 *            the signature
 */
record Jwt(JsonObject header, JsonObject claims, byte[] signed, byte[] signature) {

	/** @return the token in that text; empty if it is none */
	static Optional<Jwt> parse(String compact) {
		String[] parts = compact.split("\\.", -1);
		if (parts.length != 3) {
			return Optional.empty();
		}
		try {
			Optional<JsonObject> header = Json.parse(decode(parts[0]));
			Optional<JsonObject> claims = Json.parse(decode(parts[1]));
			byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
			byte[] signed = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
			return header.isPresent() && claims.isPresent()
					? Optional.of(new Jwt(header.get(), claims.get(), signed, signature))
					: Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	static String encode(JsonObject json) {
		return encode(Json.write(json).getBytes(StandardCharsets.UTF_8));
	}

	static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String decode(String part) {
		return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
	}
}
