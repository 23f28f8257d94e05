package dev.latchkey.registration.graph;

import java.time.Duration;
import java.util.List;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.net.Operation;

/** Tries again what may pass by itself, by {@code Retry-After} where Microsoft says how long, within limits. */
public final class Retry {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
	private static final int ATTEMPTS = 4;

	private Retry() {
	}

	/** Something that can be done again without harm. */
	@FunctionalInterface
	public interface Attempt<T> {
		T run() throws Refusal;
	}

	/** Waits before the next try, and can tell somebody. Cancellable at any moment. */
	@FunctionalInterface
	public interface Pause {
		/** @param why what was refused so far, or not seen yet */
		void pause(Failure why, Duration duration);
	}

	/** Cancellable at any moment. */
	public static <T> T call(Operation operation, Attempt<T> attempt) throws Refusal {
		return call((why, duration) -> operation.pause(duration), attempt);
	}

	/** Cancellable as the pause is. */
	public static <T> T call(Pause pause, Attempt<T> attempt) throws Refusal {
		for (int count = 1;; count++) {
			try {
				return attempt.run();
			} catch (Refusal e) {
				if (!e.isTransient() || count == ATTEMPTS) {
					throw e;
				}
				pause.pause(e.failure(), wait(e, count));
			}
		}
	}

	private static Duration wait(Refusal refusal, int count) throws Refusal {
		Duration wait = refusal.retryAfter().orElse(Duration.ofMillis(500L << count));
		if (wait.compareTo(LONGEST_WAIT) > 0) {
			Failure failure = refusal.failure();
			throw refusal.as(new Failure(Reason.THROTTLED, List.of(Long.toString(wait.toSeconds())), failure.code(),
					failure.correlationId(), failure.time()));
		}
		return wait;
	}
}
