package dev.latchkey.connection;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a token is for: a service that every cloud has at its own address, or an address.
 *
 * @param service which one; {@link Service#OTHER} when only the address says it
 * @param address of the resource, such as {@code https://contoso.sharepoint.com}; present exactly when {@link Service#OTHER}
 */
public record TokenAudience(Service service, Optional<URI> address) {

	/** Microsoft Graph of the connection's cloud. */
	public static final TokenAudience GRAPH = new TokenAudience(Service.GRAPH, Optional.empty());

	/** Exchange Online of the connection's cloud: Exchange Web Services and its administration. */
	public static final TokenAudience EXCHANGE = new TokenAudience(Service.EXCHANGE, Optional.empty());

	/** Whom a token can be for. */
	public enum Service {
		GRAPH, EXCHANGE, OTHER
	}

	public TokenAudience {
		Objects.requireNonNull(service, "service"); //$NON-NLS-1$
		if (address.isPresent() != (service == Service.OTHER)) {
			throw new IllegalArgumentException("Address of " + service); //$NON-NLS-1$
		}
		if (address.filter(uri -> !"https".equals(uri.getScheme()) || uri.getHost() == null).isPresent()) { //$NON-NLS-1$
			throw new IllegalArgumentException("Not an HTTPS address: " + address.get()); //$NON-NLS-1$
		}
	}

	/**
	 * A resource by its address, for example the organization's own SharePoint host.
	 *
	 * @throws IllegalArgumentException when it is not an HTTPS address with a host
	 */
	public static TokenAudience of(URI address) {
		return new TokenAudience(Service.OTHER, Optional.of(address));
	}
}
