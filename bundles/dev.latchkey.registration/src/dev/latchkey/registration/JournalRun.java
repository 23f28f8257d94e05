package dev.latchkey.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one run did to a tenant, as far as it was written down before it happened. Holds no secret.
 *
 * @param id              identifies the run, for ever
 * @param started         when it began
 * @param state           how it stands
 * @param cloudId         {@link Cloud#id()}
 * @param tenantId        a GUID in lower case
 * @param domain          the domain by which the tenant was found
 * @param applicationId   application (client) id
 * @param applicationName display name of the application
 * @param services        the services that were asked for
 * @param account         as in {@link RegistrationRequest#account()}
 * @param profileId       {@link PermissionProfile#id()}
 * @param certificate     SHA-256 thumbprint in lower case hexadecimal digits
 * @param changes         in the order in which they were begun
 */
public record JournalRun(UUID id, Instant started, State state, String cloudId, String tenantId, String domain,
		String applicationId, String applicationName, Set<Service> services, Optional<String> account, String profileId,
		String certificate, List<Change> changes) {

	/** How a run stands. */
	public enum State {
		/** A process that is alive is at it. */
		RUNNING,
		/** Its process ended before the run did: what was begun last may or may not be in the tenant. */
		INTERRUPTED,
		/** Ended, with success or not; each change says what became of it. */
		FINISHED,
		/** Taken back as a whole, and seen to be gone. */
		UNDONE
	}

	/** What can become of a change. */
	public enum Outcome {
		/** Begun, end unknown. */
		BEGUN,
		/** Written. */
		DONE,
		/** Refused: not in the tenant. */
		FAILED,
		/** Taken back and seen to be gone. */
		UNDONE
	}

	public JournalRun {
		Objects.requireNonNull(id, "id"); //$NON-NLS-1$
		Objects.requireNonNull(started, "started"); //$NON-NLS-1$
		Objects.requireNonNull(state, "state"); //$NON-NLS-1$
		Objects.requireNonNull(cloudId, "cloudId"); //$NON-NLS-1$
		Objects.requireNonNull(tenantId, "tenantId"); //$NON-NLS-1$
		Objects.requireNonNull(domain, "domain"); //$NON-NLS-1$
		Objects.requireNonNull(applicationId, "applicationId"); //$NON-NLS-1$
		Objects.requireNonNull(applicationName, "applicationName"); //$NON-NLS-1$
		services = Set.copyOf(services);
		Objects.requireNonNull(account, "account"); //$NON-NLS-1$
		Objects.requireNonNull(profileId, "profileId"); //$NON-NLS-1$
		Objects.requireNonNull(certificate, "certificate"); //$NON-NLS-1$
		changes = List.copyOf(changes);
	}

	/** Whether it was interrupted, and left something that nobody has decided about. */
	public boolean isOpen() {
		return state == State.INTERRUPTED && leftSomething();
	}

	/** Whether anything of this run is, or may be, in the tenant. */
	public boolean leftSomething() {
		return changes.stream().anyMatch(Change::mayBeThere);
	}

	/**
	 * One change.
	 *
	 * @param itemId  {@link PlanItem#id()} of what it belongs to
	 * @param title   localized when it was written: what it is about
	 * @param outcome what became of it
	 * @param ids     what it can be found by, such as {@code keyId}, {@code assignmentId}, {@code principalId}
	 * @param time    when that was written down
	 */
	public record Change(String itemId, String title, Outcome outcome, Map<String, String> ids, Instant time) {
		public Change {
			Objects.requireNonNull(itemId, "itemId"); //$NON-NLS-1$
			Objects.requireNonNull(title, "title"); //$NON-NLS-1$
			Objects.requireNonNull(outcome, "outcome"); //$NON-NLS-1$
			ids = Map.copyOf(ids);
			Objects.requireNonNull(time, "time"); //$NON-NLS-1$
		}

		/** Whether it is, or may be, in the tenant. */
		public boolean mayBeThere() {
			return outcome == Outcome.BEGUN || outcome == Outcome.DONE;
		}

		/** Whether nobody takes it back: what was removed is not put back. */
		public boolean irrevocable() {
			return itemId.startsWith(PlanItem.RemoveCertificate.PREFIX)
					|| itemId.startsWith(PlanItem.RevokePermission.PREFIX);
		}
	}
}
