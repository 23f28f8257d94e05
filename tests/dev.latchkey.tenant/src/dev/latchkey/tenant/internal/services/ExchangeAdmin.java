package dev.latchkey.tenant.internal.services;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Exchange's admin endpoint as far as {@code Get-OrganizationConfig} of an application needs. */
final class ExchangeAdmin {

	private static final Set<String> ROLES = Set.of("Global Administrator", "Exchange Administrator", "Global Reader",
			"Security Reader");

	private final World world;
	private final ServiceTokens tokens;
	private final Resources resources;
	private final Catalogue catalogue;

	ExchangeAdmin(World world, ServiceTokens tokens, Resources resources, Catalogue catalogue) {
		this.world = world;
		this.tokens = tokens;
		this.resources = resources;
		this.catalogue = catalogue;
	}

	Answer answer(Request request, MatchResult path) {
		Optional<JsonObject> claims = tokens.claims(request, resources::isExchange)
				.filter(c -> ServiceTokens.hasRole(c, "Exchange.ManageAsApp"));
		Optional<Tenant> tenant = world.tenant(path.group(1));
		if (claims.isEmpty() || tenant.isEmpty() || !tenant.get().id().equals(Json.text(claims.get(), "tid"))) {
			return error(401, "Unauthorized", "UnAuthorized");
		}
		if (!hasDirectoryRole(tenant.get(), Json.text(claims.get(), "oid"))) {
			return error(403, "Forbidden",
					"The role assigned to application " + Json.text(claims.get(), "appid")
							+ " isn't supported in this scenario. Please check online documentation for assigning correct"
							+ " Directory Roles to Azure AD Application for EXO App-Only Authentication.");
		}
		JsonObject input = Json.parse(request.text()).map(b -> Json.child(b, "CmdletInput")).orElseGet(JsonObject::new);
		if (!Json.text(input, "CmdletName").equals("Get-OrganizationConfig")) {
			return Answer.empty(403);
		}
		boolean withList = Json.child(input, "Parameters").has("RetrieveEwsOperationAccessPolicy");
		return Answer.json(200, Json.object("@odata.context", request.base() + "/adminapi/beta/$metadata#Collection",
				"value", Json.array(settings(tenant.get(), withList))));
	}

	/** The list of applications comes only when asked for. */
	private static JsonObject settings(Tenant tenant, boolean withList) {
		String allowed = String.join(",", tenant.mailboxes().ewsAllowedAppIds());
		return Json.object("Name", tenant.initialDomain(), "DisplayName", tenant.displayName(), "EwsEnabled",
				tenant.mailboxes().ewsEnabled().orElse(null), "EwsAllowedAppIDs",
				withList && !allowed.isEmpty() ? allowed : null);
	}

	private boolean hasDirectoryRole(Tenant tenant, String principalId) {
		return tenant.directory().readForTokens().all(Table.ROLE_ASSIGNMENTS)
				.filter(a -> Json.text(a, "principalId").equals(principalId))
				.flatMap(a -> catalogue.roleName(Json.text(a, "roleDefinitionId")).stream()).anyMatch(ROLES::contains);
	}

	private static Answer error(int status, String code, String message) {
		return Answer.json(status, Json.object("error", Json.object("code", code, "message", message)));
	}
}
