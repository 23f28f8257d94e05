package dev.latchkey.tenant.internal.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.entra.ClaimsRequest;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Claims that Microsoft Graph demands of every token; whoever lacks them is answered with a claims challenge. */
public final class Demands {

	private volatile Optional<String> json = Optional.empty();

	/**
	 * @param claims
	 *            as JSON; absent for none
	 * @throws IllegalArgumentException
	 *             if it is no claims request
	 */
	public void set(Optional<String> claims) {
		claims.ifPresent(Demands::read);
		json = claims;
	}

	/**
	 * @param token
	 *            the claims of a token
	 * @throws GraphError
	 *             if they do not suffice
	 */
	void check(JsonObject token) {
		json.filter(claims -> !read(claims).metBy(token)).ifPresent(claims -> {
			throw new Challenge(claims);
		});
	}

	private static ClaimsRequest read(String claims) {
		return ClaimsRequest.parse(claims)
				.orElseThrow(() -> new IllegalArgumentException("Not a claims request: " + claims));
	}

	/** A refusal that says which claims are missing. */
	private static final class Challenge extends GraphError {

		private static final long serialVersionUID = 1L;

		private final String claims;

		Challenge(String claims) {
			super(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge with result: "
					+ "InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp");
			this.claims = claims;
		}

		@Override
		public Answer answer(Request request) {
			String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
			return super.answer(request).with("WWW-Authenticate", "Bearer realm=\"\", authorization_uri="
					+ "\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id="
					+ "\"00000003-0000-0000-c000-000000000000\", error=\"insufficient_claims\", claims=\"" + encoded + '"');
		}
	}
}
