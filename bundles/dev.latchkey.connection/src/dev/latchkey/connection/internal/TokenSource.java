package dev.latchkey.connection.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.TokenAudience;

/** Where tokens come from. Callable from any thread. */
@FunctionalInterface
interface TokenSource {

	/**
	 * Brings a new one.
	 *
	 * @param claims that it must have, as JSON
	 * @throws org.eclipse.core.runtime.OperationCanceledException soon after the monitor is cancelled
	 */
	AccessToken fetch(Connection connection, TokenAudience audience, Optional<String> claims, IProgressMonitor monitor)
			throws ConnectionException;
}
