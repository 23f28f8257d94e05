package dev.latchkey.tenant;

import java.util.Locale;

/** The four servers of the simulated cloud. */
public enum Origin {

	/** Sign-in: discovery, pages for people, token endpoint. */
	AUTHORITY,
	/** Microsoft Graph. */
	GRAPH,
	/** Exchange Online: Exchange Web Services and the admin endpoint. */
	EXCHANGE,
	/** SharePoint Online. */
	SHAREPOINT;

	/**
	 * Tells which server a client means that reaches us under a name of the real cloud.
	 *
	 * @param host
	 *            value of the {@code Host} header, with or without port, may be {@code null}
	 * @param reached
	 *            the server that the connection came to
	 * @return the server of that name; {@code reached} when the name says nothing
	 */
	public static Origin named(String host, Origin reached) {
		String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
		if (name.startsWith("login.")) {
			return AUTHORITY;
		}
		if (name.startsWith("graph.") || name.startsWith("dod-graph.") || name.startsWith("microsoftgraph.")) {
			return GRAPH;
		}
		if (name.startsWith("outlook") || name.startsWith("partner.outlook.")) {
			return EXCHANGE;
		}
		return name.contains(".sharepoint.") ? SHAREPOINT : reached;
	}
}
