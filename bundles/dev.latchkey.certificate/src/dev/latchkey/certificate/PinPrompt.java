package dev.latchkey.certificate;

import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Service that asks the person at the keyboard for the PIN of a token or smart card. Whoever has a user interface registers one;
 * without one, places that need a PIN are {@link CertificateAccessException.Reason#STORE_LOCKED locked}.
 */
@ConsumerType
@FunctionalInterface
public interface PinPrompt {

	/** How many tries a token leaves before it blocks the PIN, as far as it says so. */
	enum Tries {
		/** The token does not say, or there was no wrong PIN. */
		UNKNOWN,
		/** A wrong PIN was given before; the usual limit is three. */
		FEW,
		/** The next wrong PIN blocks the token. */
		LAST
	}

	/**
	 * What is asked.
	 *
	 * @param token the label of the token, as its owner knows it
	 * @param wrong whether the answer just given was wrong
	 * @param tries what the token says about further tries
	 */
	record Request(String token, boolean wrong, Tries tries) {
	}

	/**
	 * Asks, and waits for the answer. Called on a background thread, for one token at a time.
	 *
	 * @return the PIN, the caller's to clear and never stored; empty when the person refuses
	 * @throws java.util.concurrent.CancellationException when cancelled while asking
	 */
	Optional<char[]> ask(Request request, Cancellation cancellation);
}
