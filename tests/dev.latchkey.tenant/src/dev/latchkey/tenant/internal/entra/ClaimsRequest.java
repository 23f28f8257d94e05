package dev.latchkey.tenant.internal.entra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;

/**
 * Claims that an access token must have, in the form of OpenID Connect's claims request parameter: what a client asks for at
 * the sign-in server, and what a resource demands with a claims challenge. A <em>not before</em> asks for a token that is no
 * older, every other claim for one of its values.
 */
public final class ClaimsRequest {

	private static final String NOT_BEFORE = "nbf";
	/** Claim that tells which capabilities a client declared. */
	private static final String CAPABILITIES = "xms_cc";

	private final JsonObject wanted;

	private ClaimsRequest(JsonObject wanted) {
		this.wanted = wanted;
	}

	/** @return what that JSON says; empty if it is none, or its <em>not before</em> is no time */
	public static Optional<ClaimsRequest> parse(String json) {
		return Json.parse(json).map(object -> new ClaimsRequest(Json.child(object, "access_token")))
				.filter(ClaimsRequest::sound);
	}

	private boolean sound() {
		return !wanted.has(NOT_BEFORE) || values(NOT_BEFORE).stream().allMatch(time -> time.matches("\\d{1,12}"))
				&& values(NOT_BEFORE).size() == 1;
	}

	/** Adds what was asked for to a token's claims. */
	void addTo(JsonObject claims) {
		for (String name : wanted.keySet()) {
			if (name.equals(NOT_BEFORE)) {
				claims.addProperty(name, Math.max(claims.get(name).getAsLong(), notBefore()));
			} else if (!values(name).isEmpty()) {
				claims.add(name, Json.array(values(name)));
			}
		}
	}

	/**
	 * @param claims
	 *            a token's
	 * @return whether it has them; only clients that said that they understand challenges get tokens that can be too old
	 */
	public boolean metBy(JsonObject claims) {
		return wanted.keySet().stream().allMatch(name -> name.equals(NOT_BEFORE)
				? !understands(claims) || claims.get(name).getAsLong() >= notBefore()
				: Json.strings(claims, name).anyMatch(values(name)::contains));
	}

	private static boolean understands(JsonObject claims) {
		return Json.strings(claims, CAPABILITIES).anyMatch("cp1"::equalsIgnoreCase);
	}

	private long notBefore() {
		return Long.parseLong(values(NOT_BEFORE).get(0));
	}

	private List<String> values(String name) {
		JsonObject claim = Json.child(wanted, name);
		Stream<String> one = claim.has("value") ? Stream.of(claim.get("value")).map(JsonElement::getAsString) : Stream.empty();
		return Stream.concat(one, Json.strings(claim, "values")).toList();
	}
}
