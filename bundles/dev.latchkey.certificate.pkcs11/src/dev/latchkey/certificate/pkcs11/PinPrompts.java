package dev.latchkey.certificate.pkcs11;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

import dev.latchkey.certificate.PinPrompt;

/** Asks through the prompt that is there at that time, for one token at a time. */
final class PinPrompts {

	private final AtomicReference<PinPrompt> prompt = new AtomicReference<>();
	private final ReentrantLock asking = new ReentrantLock();

	void set(PinPrompt added) {
		prompt.set(added);
	}

	void unset(PinPrompt removed) {
		prompt.updateAndGet(present -> removed.equals(present) ? null : present);
	}

	boolean isThere() {
		return prompt.get() != null;
	}

	/**
	 * @return the PIN, the caller's to clear; empty when nobody can be asked or the person refuses
	 * @throws java.util.concurrent.CancellationException when cancelled, or when the calling thread is interrupted
	 */
	Optional<char[]> ask(PinPrompt.Request request) {
		PinPrompt present = prompt.get();
		if (present == null) {
			return Optional.empty();
		}
		Thread caller = Thread.currentThread();
		Locks.lock(asking);
		try {
			return present.ask(request, caller::isInterrupted);
		} finally {
			asking.unlock();
		}
	}
}
