package dev.latchkey.tenant.internal.services;

import java.util.Optional;
import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** SharePoint's root site as far as reading its title needs. */
final class SharePoint {

	private static final String CHALLENGE = "Bearer realm=\"simulated\",client_id=\"00000003-0000-0ff1-ce00-000000000000\"";

	private final World world;
	private final ServiceTokens tokens;
	private final Resources resources;

	SharePoint(World world, ServiceTokens tokens, Resources resources) {
		this.world = world;
		this.tokens = tokens;
		this.resources = resources;
	}

	Answer web(Request request, MatchResult path) {
		if (request.header("Authorization").isEmpty()) {
			return Answer.empty(401).with("WWW-Authenticate", CHALLENGE);
		}
		Optional<JsonObject> claims = tokens.claims(request, resources::isSharePoint);
		if (claims.isEmpty()) {
			return Answer.json(401, Json.object("error_description", "Invalid issuer or signature."))
					.with("WWW-Authenticate", CHALLENGE)
					.with("x-ms-diagnostics", "3000003;reason=\"Invalid audience Uri.\";category=\"invalid_client\"");
		}
		if (!ServiceTokens.hasRole(claims.get(), "Sites.FullControl.All")) {
			return Answer.json(403, Json.object("odata.error", Json.object("code",
					"-2147024891, System.UnauthorizedAccessException", "message", Json.object("lang", "en-US", "value",
							"Attempted to perform an unauthorized operation."))));
		}
		String title = world.tenant(Json.text(claims.get(), "tid")).orElseThrow().displayName() + " Team Site";
		boolean verbose = request.header("Accept").orElse("").contains("odata=verbose");
		JsonObject web = Json.object("Title", title);
		return Answer.json(200, verbose ? Json.object("d", web) : web).with("MicrosoftSharePointTeamServices",
				"16.0.0.0");
	}
}
