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
	 * A page is to be opened in this computer's browser. Called once per sign-in; returns at once. A prompt that only shows
	 * codes needs not implement it.
	 *
	 * @param page what to open
	 * @return whether it is being opened; otherwise the sign-in fails with {@link Reason#BROWSER_UNAVAILABLE}
	 */
	default boolean open(BrowserPage page) {
		return false;
	}

	/**
	 * A page where an administrator signs in ({@link SignInMethod#BROWSER}).
	 *
	 * @param address of Microsoft's page
	 * @param expires when nobody waits for it any more
	 */
	record BrowserPage(URI address, Instant expires) {
		public BrowserPage {
			Objects.requireNonNull(address, "address"); //$NON-NLS-1$
			Objects.requireNonNull(expires, "expires"); //$NON-NLS-1$
		}

		/** The address holds the state of one sign-in: never shown. */
		@Override
		public String toString() {
			return "BrowserPage[" + address.getHost() + ']'; //$NON-NLS-1$
		}
	}

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
