package dev.latchkey.registration;

import java.net.URI;
import java.util.List;

/**
 * Microsoft's own clouds. Endpoints: Microsoft's pages "National clouds" (identity platform) and "National cloud
 * deployments" (Microsoft Graph), and Microsoft's open source tools for the European ones.
 *
 * <p>Of the European sovereign clouds, Microsoft has published the endpoints of sign-in, Microsoft Graph and Exchange only.
 * Assumed is that SharePoint's hosts end in the cloud's own domain, that codes for devices are entered at the login endpoint
 * (which names the page itself when it gives out a code), and that Microsoft Teams is there. No portal is known, so people
 * are sent to the login endpoint.
 */
public final class MicrosoftClouds {

	/** Worldwide, including US Government GCC, which uses the same endpoints. */
	public static final Cloud GLOBAL = cloud("global", "Global", "login.microsoftonline.com", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"graph.microsoft.com", "outlook.office365.com", "sharepoint.com", "microsoft.com/devicelogin", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"entra.microsoft.com", true); //$NON-NLS-1$

	/** US Government L4. */
	public static final Cloud GCC_HIGH = cloud("us-gov-l4", "US Government L4 (GCC High)", //$NON-NLS-1$ //$NON-NLS-2$
			"login.microsoftonline.us", "graph.microsoft.us", "outlook.office365.us", "sharepoint.us", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			"microsoft.com/deviceloginus", "entra.microsoft.us", true); //$NON-NLS-1$ //$NON-NLS-2$

	/** US Government L5. */
	public static final Cloud DOD = cloud("us-gov-l5", "US Government L5 (DoD)", "login.microsoftonline.us", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"dod-graph.microsoft.us", "outlook-dod.office365.us", "sharepoint-mil.us", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"microsoft.com/deviceloginus", "entra.microsoft.us", true); //$NON-NLS-1$ //$NON-NLS-2$

	/** China, operated by 21Vianet; without Microsoft Teams. */
	public static final Cloud CHINA = cloud("china", "China (21Vianet)", "login.partner.microsoftonline.cn", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"microsoftgraph.chinacloudapi.cn", "partner.outlook.cn", "sharepoint.cn", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"microsoft.com/deviceloginchina", "entra.microsoftonline.cn", false); //$NON-NLS-1$ //$NON-NLS-2$

	/** The French sovereign cloud, operated by Bleu. */
	public static final Cloud FRANCE = sovereign("france", "France (Bleu)", "fr"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** The German sovereign cloud, operated by Delos. */
	public static final Cloud GERMANY = sovereign("germany", "Germany (Delos)", "de"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	/** All of them, in the order in which they are offered. */
	public static final List<Cloud> ALL = List.of(GLOBAL, GCC_HIGH, DOD, CHINA, FRANCE, GERMANY);

	private MicrosoftClouds() {
	}

	private static Cloud cloud(String id, String name, String authority, String graph, String exchange,
			String sharePoint, String deviceLogin, String portal, boolean teams) {
		return new Cloud(id, name, https(authority), https(graph), https(exchange), "https://{tenant}." + sharePoint, //$NON-NLS-1$
				https(deviceLogin), https(portal), teams, List.of());
	}

	private static Cloud sovereign(String id, String name, String country) {
		String login = "login.sovcloud-identity." + country; //$NON-NLS-1$
		String domain = "sovcloud." + country; //$NON-NLS-1$
		return cloud(id, name, login, "graph.svc." + domain, "outlook." + domain, domain, //$NON-NLS-1$ //$NON-NLS-2$
				login + "/common/oauth2/deviceauth", login, true); //$NON-NLS-1$
	}

	private static URI https(String rest) {
		return URI.create("https://" + rest); //$NON-NLS-1$
	}
}
