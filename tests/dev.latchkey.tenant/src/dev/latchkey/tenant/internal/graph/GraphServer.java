package dev.latchkey.tenant.internal.graph;

import java.time.Clock;

import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.ProofVerifier;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.entra.TokenSigner;
import dev.latchkey.tenant.internal.graph.AppRoleAssignments.Side;
import dev.latchkey.tenant.internal.http.Router;

/** The routes of Microsoft Graph. */
public final class GraphServer {

	private static final String V1 = "/v1\\.0(?:/myorganization)?";
	/** Group 1: client id as alternate key; group 2: object id. */
	private static final String ONE = "(?:\\(appId=(?:'|%27)([^')]+)(?:'|%27)\\)|/([^/]+))";

	private GraphServer() {
	}

	public static Router router(World world, Clock clock, TokenSigner signer, Resources resources,
			Catalogue catalogue, Demands demands) {
		Types types = new Types();
		int pageSize = world.settings().pageSize();
		Access access = new Access(world, clock, signer, resources, catalogue, demands);
		Router router = new Router(r -> new GraphError(r.path().startsWith("/v1.0/") ? 400 : 404, "BadRequest",
				"Resource not found for the segment '" + r.path().replaceFirst("^/v1\\.0/", "") + "'.").answer(r));
		applications(router, new Applications(access, types, pageSize), new ApplicationRelations(access, types, pageSize));
		keys(router, new KeyRolling(access, types, new ProofVerifier(clock)));
		servicePrincipals(router, new ServicePrincipals(access, types, catalogue, clock, pageSize));
		assignments(router, new AppRoleAssignments(access, types, catalogue, clock, pageSize));
		RoleManagement roles = new RoleManagement(access, types, catalogue, clock, pageSize);
		roles(router, roles);
		people(router, new People(access, types, roles, pageSize));
		organization(router, new Organization(access, types, pageSize));
		mailboxes(router, new MailboxFolders(access, types, pageSize));
		return router;
	}

	private static void applications(Router router, Applications applications, ApplicationRelations relations) {
		router.on("GET", V1 + "/applications", applications::list)
				.on("GET", V1 + "/applications" + ONE, applications::get)
				.on("PATCH", V1 + "/applications" + ONE, applications::patch)
				.on("GET", V1 + "/applications" + ONE + "/owners", relations::owners)
				.on("GET", V1 + "/applications" + ONE + "/appManagementPolicies", relations::policies);
	}

	private static void keys(Router router, KeyRolling keys) {
		String path = V1 + "/applications" + ONE + "/(?:microsoft\\.graph\\.)?";
		router.on("POST", path + "addKey", keys::add).on("POST", path + "removeKey", keys::remove);
	}

	private static void servicePrincipals(Router router, ServicePrincipals principals) {
		router.on("GET", V1 + "/servicePrincipals", principals::list)
				.on("POST", V1 + "/servicePrincipals", principals::create)
				.on("GET", V1 + "/servicePrincipals" + ONE, principals::get)
				.on("DELETE", V1 + "/servicePrincipals" + ONE, principals::delete)
				.on("GET", V1 + "/servicePrincipals" + ONE + "/(appRoles|oauth2PermissionScopes)", principals::property);
	}

	private static void assignments(Router router, AppRoleAssignments assignments) {
		for (Side side : Side.values()) {
			String path = V1 + "/servicePrincipals" + ONE + '/' + side.segment();
			router.on("GET", path, (r, p) -> assignments.list(side, r, p))
					.on("POST", path, (r, p) -> assignments.create(side, r, p))
					.on("DELETE", path + "/([^/]+)", (r, p) -> assignments.delete(side, r, p));
		}
	}

	private static void roles(Router router, RoleManagement roles) {
		String path = V1 + "/roleManagement/directory";
		router.on("GET", path + "/roleAssignments", roles::assignments)
				.on("POST", path + "/roleAssignments", roles::create)
				.on("GET", path + "/roleAssignments/([^/]+)", roles::assignment)
				.on("DELETE", path + "/roleAssignments/([^/]+)", roles::delete)
				.on("GET", path + "/roleDefinitions", roles::definitions)
				.on("GET", path + "/roleDefinitions/([^/]+)", roles::definition);
	}

	private static void people(Router router, People people) {
		router.on("GET", V1 + "/me", people::me)
				.on("GET", V1 + "/me/(?:memberOf|transitiveMemberOf)(?:/microsoft\\.graph\\.directoryRole)?",
						people::memberOf)
				.on("GET", V1 + "/users", people::list).on("GET", V1 + "/users/([^/]+)", people::get);
	}

	private static void mailboxes(Router router, MailboxFolders mailboxes) {
		router.on("GET", V1 + "/users/([^/]+)/settings/exchange", mailboxes::settings)
				.on("GET", V1 + "/admin/exchange/mailboxes/([^/]+)/folders", mailboxes::folders);
	}

	private static void organization(Router router, Organization organization) {
		router.on("GET", V1 + "/organization", organization::list)
				.on("GET", V1 + "/organization/([^/]+)", organization::get)
				.on("GET", V1 + "/subscribedSkus", organization::skus)
				.on("GET", V1 + "/policies/defaultAppManagementPolicy", organization::policy)
				.on("GET", V1 + "/sites/root", organization::rootSite);
	}
}
