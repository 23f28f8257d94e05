package dev.latchkey.registration;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

import org.osgi.annotation.versioning.ConsumerType;

/** Shows an administrator how to sign in. Called on the thread that signs in, never on a user interface thread. */
@ConsumerType
public interface SignInPrompt {

	/**
	 * A code is waiting to be entered. Called once per sign-in; returns at once.
	 *
	 * @param code what to show
	 */
	void show(DeviceCode code);

	/**
	 * A code for the device authorization grant (RFC 8628).
	 *
	 * @param userCode        what to enter
	 * @param verificationUri where to enter it
	 * @param expires         when the code stops working
	 */
	record DeviceCode(String userCode, URI verificationUri, Instant expires) {
		public DeviceCode {
			Objects.requireNonNull(userCode, "userCode"); //$NON-NLS-1$
			Objects.requireNonNull(verificationUri, "verificationUri"); //$NON-NLS-1$
			Objects.requireNonNull(expires, "expires"); //$NON-NLS-1$
		}

		/** Codes are short-lived secrets: never shown. */
		@Override
		public String toString() {
			return "DeviceCode[" + verificationUri + ']'; //$NON-NLS-1$
		}
	}
}
