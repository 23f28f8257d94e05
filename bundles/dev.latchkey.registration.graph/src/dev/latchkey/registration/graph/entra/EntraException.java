package dev.latchkey.registration.graph.entra;

import java.io.IOException;

/** Microsoft Entra ID answered with an error. */
final class EntraException extends IOException {

	private static final long serialVersionUID = 1;

	private final transient EntraError error;

	EntraException(EntraError error) {
		super(error.code() + ' ' + error.correlationId());
		this.error = error;
	}

	EntraError error() {
		return error;
	}
}
