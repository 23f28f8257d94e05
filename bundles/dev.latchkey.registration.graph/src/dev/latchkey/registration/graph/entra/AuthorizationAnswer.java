package dev.latchkey.registration.graph.entra;

import java.util.Optional;

/** What Microsoft's page sent back. Holds a code that is worth a token together with its verifier: never shown. */
final class AuthorizationAnswer {

	private final String code;
	private final Optional<EntraError> error;

	private AuthorizationAnswer(String code, Optional<EntraError> error) {
		this.code = code;
		this.error = error;
	}

	static AuthorizationAnswer of(String code) {
		return new AuthorizationAnswer(code, Optional.empty());
	}

	static AuthorizationAnswer of(EntraError error) {
		return new AuthorizationAnswer("", Optional.of(error)); //$NON-NLS-1$
	}

	/** Empty when there is an {@link #error()}. */
	String code() {
		return code;
	}

	Optional<EntraError> error() {
		return error;
	}
}
