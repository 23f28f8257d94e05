package dev.latchkey.connection;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A bearer token of Microsoft Entra ID. It is a secret: send it to {@link #endpoint()} in the header {@code Authorization} and
 * keep it no longer than the call takes; ask again for the next one, which costs nothing as long as this one holds.
 */
public final class AccessToken {

	private final String value;
	private final Instant expires;
	private final URI endpoint;

	/**
	 * @param expires  when it stops working
	 * @param endpoint where it may be sent
	 */
	public AccessToken(String value, Instant expires, URI endpoint) {
		this.value = Objects.requireNonNull(value, "value"); //$NON-NLS-1$
		this.expires = Objects.requireNonNull(expires, "expires"); //$NON-NLS-1$
		this.endpoint = Objects.requireNonNull(endpoint, "endpoint"); //$NON-NLS-1$
	}

	/** What follows {@code Bearer} in the header; a text, since that is what all clients of HTTP take. */
	public String value() {
		return value;
	}

	/** When it stops working. */
	public Instant expires() {
		return expires;
	}

	/** Where it may be sent: the address of the service in the connection's cloud, without a path. */
	public URI endpoint() {
		return endpoint;
	}

	/** Tells nothing of the token itself. */
	@Override
	public String toString() {
		return "AccessToken for " + endpoint.getHost() + " until " + expires; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
