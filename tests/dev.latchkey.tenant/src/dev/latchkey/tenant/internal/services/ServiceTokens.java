package dev.latchkey.tenant.internal.services;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.entra.TokenSigner;
import dev.latchkey.tenant.internal.http.Request;

/** Reads the tokens that Exchange and SharePoint get. */
public final class ServiceTokens {

	private final Clock clock;
	private final TokenSigner signer;

	public ServiceTokens(Clock clock, TokenSigner signer) {
		this.clock = clock;
		this.signer = signer;
	}

	/** @return claims of the request's token if it is good for that audience now */
	Optional<JsonObject> claims(Request request, Predicate<String> audience) {
		return request.header("Authorization").filter(h -> h.startsWith("Bearer ")).map(h -> h.substring(7))
				.flatMap(signer::verify)
				.filter(c -> audience.test(Json.text(c, "aud")) || Json.text(c, "aud").equals(request.base()))
				.filter(c -> Instant.ofEpochSecond(c.get("exp").getAsLong()).isAfter(clock.instant()));
	}

	static boolean hasRole(JsonObject claims, String role) {
		return Json.strings(claims, "roles").anyMatch(role::equals);
	}
}
