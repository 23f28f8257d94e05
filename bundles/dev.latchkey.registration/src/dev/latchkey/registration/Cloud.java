package dev.latchkey.registration;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * One of Microsoft's clouds, or a custom one. Nothing of one cloud is ever sent to another.
 *
 * @param id          identifies the cloud across restarts; letters, digits, hyphens
 * @param name        for people
 * @param authority   Microsoft Entra ID's login endpoint, without a path
 * @param graph       Microsoft Graph's endpoint, without a version
 * @param exchange    Exchange Online's endpoint for Exchange Web Services
 * @param sharePoint  SharePoint Online's root, with {@code {tenant}} where the tenant's own name goes
 * @param deviceLogin where people enter a device code
 * @param portal      Microsoft Entra admin center or its substitute
 * @param teams       whether the cloud has Microsoft Teams for consoles like these
 * @param trusted     certificate authorities that are trusted for this cloud beside the platform's own; usually none
 */
public record Cloud(String id, String name, URI authority, URI graph, URI exchange, String sharePoint, URI deviceLogin,
		URI portal, boolean teams, List<X509Certificate> trusted) {

	public Cloud {
		Objects.requireNonNull(id, "id"); //$NON-NLS-1$
		Objects.requireNonNull(name, "name"); //$NON-NLS-1$
		for (URI endpoint : List.of(authority, graph, exchange, deviceLogin, portal)) {
			if (!"https".equals(endpoint.getScheme()) || endpoint.getHost() == null) { //$NON-NLS-1$
				throw new IllegalArgumentException("Not an HTTPS endpoint: " + endpoint); //$NON-NLS-1$
			}
		}
		Objects.requireNonNull(sharePoint, "sharePoint"); //$NON-NLS-1$
		trusted = List.copyOf(trusted);
	}

	/** Clouds are the same when their ids are. */
	@Override
	public boolean equals(Object other) {
		return other instanceof Cloud cloud && id.equals(cloud.id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}
}
