package dev.latchkey.registration.graph.entra;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What a token says, read and not verified: it came straight from the issuer over TLS, and whoever is shown the token
 * verifies it. A token that can't be read says nothing.
 */
public final class TokenClaims {

	private final JsonObject claims;

	private TokenClaims(JsonObject claims) {
		this.claims = claims;
	}

	/** @param token a JSON Web Token; may be null */
	public static TokenClaims of(String token) {
		String[] parts = token == null ? new String[0] : token.split("\\."); //$NON-NLS-1$
		if (parts.length < 2) {
			return new TokenClaims(new JsonObject());
		}
		try {
			String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
			return new TokenClaims(JsonParser.parseString(json).getAsJsonObject());
		} catch (IllegalArgumentException | IllegalStateException | JsonParseException e) {
			return new TokenClaims(new JsonObject());
		}
	}

	/** A claim's text, empty when there is none. */
	public String text(String name) {
		JsonElement element = claims.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : ""; //$NON-NLS-1$
	}

	/** A claim's texts, in order. */
	public Set<String> texts(String name) {
		Set<String> texts = new LinkedHashSet<>();
		if (claims.get(name) instanceof JsonArray array) {
			array.forEach(element -> texts.add(element.getAsString()));
		}
		return texts;
	}
}
