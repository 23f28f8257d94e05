package dev.latchkey.registration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The proof that a connection works, or why not.
 *
 * @param checks           in the order of running them
 * @param organizationName the tenant's display name, once read
 */
public record Verification(List<Check> checks, Optional<String> organizationName) {

	public Verification {
		checks = List.copyOf(checks);
		Objects.requireNonNull(organizationName, "organizationName"); //$NON-NLS-1$
	}

	/** Whether every check passed. An empty verification proves nothing. */
	public boolean proven() {
		return !checks.isEmpty() && checks.stream().allMatch(check -> check.state() == State.PASSED);
	}

	/** What is checked. */
	public enum Subject {
		/** Sign-in to Microsoft Graph with the certificate. */
		CERTIFICATE_SIGN_IN,
		/** Permissions for Exchange Online, and a call to it. */
		EXCHANGE,
		/** Permissions for SharePoint Online, and a call to it. */
		SHAREPOINT,
		/** Permissions for Microsoft Teams. */
		TEAMS,
		/** The organization's name. */
		ORGANIZATION
	}

	/** How a check stands. */
	public enum State {
		WAITING, RUNNING,
		/** Refused so far, tried again until the limit: the tenant may not have spread the change yet. */
		PROPAGATING, PASSED, FAILED,
		/** Not run because an earlier one failed. */
		SKIPPED
	}

	/**
	 * One check.
	 *
	 * @param subject  what is checked
	 * @param state    how it stands
	 * @param duration how long it took so far
	 * @param granted  permissions that the token really carries, of those that are needed: {@code resource name: value}
	 * @param missing  permissions that are needed and not in the token, likewise
	 * @param failure  why it failed, or what it is waiting for
	 */
	public record Check(Subject subject, State state, Duration duration, List<String> granted, List<String> missing,
			Optional<Failure> failure) {
		public Check {
			Objects.requireNonNull(subject, "subject"); //$NON-NLS-1$
			Objects.requireNonNull(state, "state"); //$NON-NLS-1$
			Objects.requireNonNull(duration, "duration"); //$NON-NLS-1$
			granted = List.copyOf(granted);
			missing = List.copyOf(missing);
			Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
		}
	}
}
