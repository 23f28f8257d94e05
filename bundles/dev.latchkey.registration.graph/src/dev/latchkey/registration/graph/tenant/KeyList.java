package dev.latchkey.registration.graph.tenant;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.graph.Refusal;

/**
 * An application's list of key credentials, which can only be replaced as a whole, and not on condition. So it is read right
 * before each write, what was seen of it once is remembered, and whoever writes to the application here waits for his turn.
 */
final class KeyList {

	/** So often is written again when somebody else writes at the same time. */
	static final int ROUNDS = 8;

	/** What Graph says of a list that does not fit, and of much else. */
	private static final Set<Reason> GENERAL = Set.of(Reason.REQUEST_REFUSED, Reason.UNKNOWN);

	private final ReentrantLock turn = new ReentrantLock();
	private final String applicationName;
	private final Set<String> seen;

	KeyList(RegistrationPlan plan) {
		this.applicationName = plan.applicationName();
		this.seen = new HashSet<>(
				plan.certificates().stream().map(ExistingCertificate::keyId).collect(Collectors.toSet()));
	}

	/** Something that reads the application and changes it. */
	@FunctionalInterface
	interface Change<T> {
		T run() throws Refusal;
	}

	/** Nobody else here writes to the application meanwhile. */
	<T> T alone(Change<T> change) throws Refusal {
		turn.lock();
		try {
			return change.run();
		} finally {
			turn.unlock();
		}
	}

	/**
	 * Reads the list to be written to. When something that was there before is not, an old replica may have answered: it is
	 * read again.
	 *
	 * @throws Refusal {@link Reason#CHANGED_BY_OTHERS} when it stays away
	 */
	ApplicationState fresh(ApplicationReader reader) throws Refusal {
		for (int reading = 1;; reading++) {
			ApplicationState now = reader.application();
			if (hasAll(now)) {
				remember(now);
				return now;
			}
			if (reading == Sighting.READINGS) {
				throw changed();
			}
		}
	}

	/** Whether nothing is missing that was seen once. */
	synchronized boolean hasAll(ApplicationState now) {
		return now.keyIds().containsAll(seen);
	}

	synchronized void remember(ApplicationState now) {
		seen.addAll(now.keyIds());
	}

	synchronized void forget(Set<String> keyIds) {
		seen.removeAll(keyIds);
	}

	/** What is seen no more. */
	synchronized Set<String> missing(ApplicationState now) {
		Set<String> missing = new HashSet<>(seen);
		missing.removeAll(now.keyIds());
		return missing;
	}

	/** Whether that was refused because the list is another one by now, so that a new one may be accepted. */
	static boolean isOutdated(Refusal refusal, ApplicationState before, ApplicationReader reader) throws Refusal {
		return refusal.status() == 400 && GENERAL.contains(refusal.reason())
				&& !reader.application().keyIds().equals(before.keyIds());
	}

	Refusal changed() {
		return new Refusal(Failure.of(Reason.CHANGED_BY_OTHERS, applicationName), 0, Optional.empty(), null);
	}
}
