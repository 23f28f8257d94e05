package dev.latchkey.tenant;

import java.net.URI;

/**
 * Decides in which order the requests of several clients are handled, so that a test can play every interleaving. Called on
 * the server's thread of each request, several at the same time.
 */
@FunctionalInterface
public interface Turns {

	/** Everything at once, as it comes. */
	Turns NONE = (client, method, uri, handle) -> handle.run();

	/**
	 * Handles the request, when its turn has come.
	 *
	 * @param client
	 *            value of {@code client-request-id}, by which Microsoft tells a client's requests apart; empty without one
	 * @param method
	 *            HTTP method
	 * @param uri
	 *            whole address
	 * @param handle
	 *            to be run exactly once, on this thread; what it changes is there when it returns, and answered afterwards
	 */
	void take(String client, String method, URI uri, Runnable handle);
}
