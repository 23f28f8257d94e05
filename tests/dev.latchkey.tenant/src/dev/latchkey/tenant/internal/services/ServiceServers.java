package dev.latchkey.tenant.internal.services;

import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Router;

/** The routes of Exchange Online and SharePoint Online. */
public final class ServiceServers {

	private ServiceServers() {
	}

	public static Router exchange(World world, ServiceTokens tokens, Resources resources, Catalogue catalogue) {
		return new Router(r -> Answer.empty(404))
				.on("POST", "(?i)/EWS/Exchange\\.asmx", new WebServices(world, tokens, resources)::answer)
				.on("POST", "/adminapi/beta/([^/]+)/InvokeCommand",
						new ExchangeAdmin(world, tokens, resources, catalogue)::answer);
	}

	public static Router sharePoint(World world, ServiceTokens tokens, Resources resources) {
		return new Router(r -> Answer.empty(404)).on("GET", "(?i)/_api/web",
				new SharePoint(world, tokens, resources)::web);
	}
}
