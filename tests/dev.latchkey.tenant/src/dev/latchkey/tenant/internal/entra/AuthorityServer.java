package dev.latchkey.tenant.internal.entra;

import java.time.Clock;

import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.http.Router;

/** The routes of the sign-in server. */
public final class AuthorityServer {

	private static final String TENANT = "/([^/]+)";
	private static final String PAGE = "/(?:devicelogin|deviceloginus|deviceloginchina|[^/]+/oauth2/deviceauth)";

	private AuthorityServer() {
	}

	/**
	 * @param automatic
	 *            whether every sign-in succeeds at once as the scenario's administrator
	 */
	public static Router router(World world, Clock clock, TokenSigner signer, Resources resources, Endpoints endpoints,
			DeviceCodeStore codes, BrowserRefusals refusals, boolean automatic) {
		TenantFinder tenants = new TenantFinder(world);
		SignIn signIn = new SignIn(world);
		Pages pages = new Pages(world);
		Discovery discovery = new Discovery(tenants, signer, endpoints);
		DeviceFlow device = new DeviceFlow(world, tenants, signIn, codes, pages, endpoints.devicePage(), automatic);
		BrowserFlow browser = new BrowserFlow(world, tenants, signIn, pages, refusals, automatic);
		TokenEndpoint tokens = new TokenEndpoint(tenants, signIn, codes, browser,
				new TokenIssuer(signer, resources, clock, world.settings()), new AssertionVerifier(clock), resources,
				endpoints.authority());
		return new Router(r -> pages.message(404, "Page not found", "The simulated sign-in server has no such page."))
				.on("GET", "/common/discovery/instance", discovery::instance)
				.on("GET", PAGE, device::show).on("POST", PAGE, device::post)
				.on("GET", "/portal", (r, p) -> pages.message(200, "Portal", "Stands for the administration portal."))
				.on("GET", TENANT + "(?:/v2\\.0)?/\\.well-known/openid-configuration", discovery::configuration)
				.on("GET", TENANT + "/discovery(?:/v2\\.0)?/keys", discovery::keys)
				.on("POST", TENANT + "/oauth2/v2\\.0/devicecode", device::issue)
				.on("GET", TENANT + "/oauth2/v2\\.0/authorize", browser::show)
				.on("POST", TENANT + "/login", browser::post)
				.on("POST", TENANT + "/oauth2/v2\\.0/token", tokens::answer);
	}
}
