package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;

/**
 * Reads what was written until it stays to be seen: several readings in a row agree, because each may be answered by another
 * replica. Nothing is waited for as long as they do.
 */
final class Sighting {

	/** So many readings in a row. */
	static final int READINGS = 3;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Retry.Pause pause;
	private final Failure unseen;

	/** @param unseen what is told while waiting, and what it fails with when the limit is reached */
	Sighting(Retry.Pause pause, Failure unseen) {
		this.pause = pause;
		this.unseen = unseen;
	}

	/**
	 * @param look reads, and answers what it found; empty when it may come later
	 * @return what several readings in a row found
	 * @throws Refusal of a reading, or because of the limit
	 */
	<T> T await(Retry.Attempt<Optional<T>> look) throws Refusal {
		long end = System.nanoTime() + LIMIT.toNanos();
		Duration next = FIRST_PAUSE;
		Optional<T> last = Optional.empty();
		int agreed = 0;
		while (true) {
			Optional<T> found = look.run();
			agreed = found.isPresent() && found.equals(last) ? agreed + 1 : found.map(thing -> 1).orElse(0);
			last = found;
			if (agreed == READINGS) {
				return found.orElseThrow();
			}
			if (System.nanoTime() > end) {
				throw new Refusal(unseen, 0, Optional.empty(), null);
			}
			if (found.isEmpty()) {
				pause.pause(unseen, next);
				next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
			}
		}
	}
}
