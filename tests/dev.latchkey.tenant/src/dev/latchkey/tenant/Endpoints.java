package dev.latchkey.tenant;

import java.net.URI;

/**
 * Where the simulated cloud answers. All are {@code https://localhost:…} without a path, except the two pages.
 *
 * @param authority
 *            sign-in server
 * @param graph
 *            Microsoft Graph, without {@code /v1.0}
 * @param exchange
 *            Exchange Online
 * @param sharepoint
 *            SharePoint root site
 * @param devicePage
 *            page where a person enters a device code
 * @param portal
 *            stands for the administration portal
 */
public record Endpoints(URI authority, URI graph, URI exchange, URI sharepoint, URI devicePage, URI portal) {

	/**
	 * @param origin
	 *            a server
	 * @return its address without a path
	 */
	public URI of(Origin origin) {
		return switch (origin) {
		case AUTHORITY -> authority;
		case GRAPH -> graph;
		case EXCHANGE -> exchange;
		case SHAREPOINT -> sharepoint;
		};
	}
}
