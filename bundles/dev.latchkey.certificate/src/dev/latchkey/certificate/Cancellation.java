package dev.latchkey.certificate;

import java.util.concurrent.CancellationException;

import org.osgi.annotation.versioning.ConsumerType;

/** Asks a running operation to stop. Implementations are polled from any thread and answer at once. */
@ConsumerType
@FunctionalInterface
public interface Cancellation {

	/** For callers that never cancel. */
	Cancellation NEVER = () -> false;

	/** Whether the caller has asked to stop. Once true it stays true. */
	boolean requested();

	/** @throws CancellationException when the caller has asked to stop */
	default void check() {
		if (requested()) {
			throw new CancellationException();
		}
	}
}
