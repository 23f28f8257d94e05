package dev.latchkey.certificate;

import java.util.List;
import java.util.Objects;

/**
 * A certificate, its key, or the place that holds it can't be used. {@link #getLocalizedMessage()} is one plain sentence
 * with the next step; it never contains a secret.
 */
public final class CertificateAccessException extends Exception {

	private static final long serialVersionUID = 1;

	/** What is wrong; decide by this, never by a message. */
	public enum Reason {
		/** The file is protected and the password that was given is not its password. */
		WRONG_PASSWORD,
		/** The file is protected and no password was given. */
		PASSWORD_REQUIRED,
		/** There are certificates, but no private key. */
		NO_PRIVATE_KEY,
		/** There is a private key, but no certificate of it. */
		NO_CERTIFICATE,
		/** There are several keys where one was asked for. */
		SEVERAL_KEYS,
		/** The file is something else; argument 0 says what, for people. */
		NOT_A_PFX,
		/** The file is damaged or cut off. */
		CORRUPT,
		/** The file has no content. */
		EMPTY_FILE,
		/** The file is far larger than any key file. */
		TOO_LARGE,
		/** Opening the file would take unreasonably long. */
		TOO_EXPENSIVE,
		/** The file or key uses an algorithm that nothing here can handle; argument 0 names it. */
		UNSUPPORTED_ALGORITHM,
		/** The private key is not the key of the certificate. */
		KEY_MISMATCH,
		/** The file can't be read: missing, no permission, input/output error. */
		UNREADABLE,
		/** The store can't be opened now: service stopped, device removed, password lost; argument 0 is the store's name. */
		STORE_UNAVAILABLE,
		/** The store is locked and nobody unlocked it; argument 0 is the store's name. */
		STORE_LOCKED,
		/** This account may not open the store; argument 0 is the store's name. */
		STORE_ACCESS_DENIED,
		/** The token has blocked its PIN after too many wrong ones; argument 0 is the token's name. */
		PIN_BLOCKED,
		/** The store did not answer in time; argument 0 is the store's name. */
		STORE_TIMED_OUT,
		/** The store's provider failed in a way that it does not explain; argument 0 is the store's name. */
		PROVIDER_FAILED,
		/** The store can't be written: permission, full disk; argument 0 is the store's name. */
		STORE_NOT_WRITABLE,
		/** Another program is using the store and did not let go in time; argument 0 is the store's name. */
		STORE_BUSY,
		/** The store's content is damaged; argument 0 is the store's name, argument 1 where the content was set aside. */
		STORE_CORRUPT,
		/**
		 * The store is whole, but this computer does not know its password any more; argument 0 is the store's name, argument 1 the
		 * store's file.
		 */
		STORE_PASSWORD_LOST,
		/** The store does not use this key for this account, or does not have it any more. */
		KEY_UNUSABLE,
		/** The store uses the key, but never gives it out. */
		NOT_EXPORTABLE,
		/** A file of that name is there already; argument 0 is its path. */
		FILE_EXISTS,
		/** The file can't be written: permission, full disk, no such folder; argument 0 is its path. */
		FILE_NOT_WRITABLE
	}

	private final Reason reason;
	private final List<String> arguments;

	/**
	 * With what the technology below said, for the log.
	 *
	 * @param cause     never shown to people; null when there is none
	 * @param arguments values for the message as {@link Reason} documents them; not secret
	 */
	public CertificateAccessException(Reason reason, Throwable cause, String... arguments) {
		super(reason.name(), cause);
		this.reason = Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
		this.arguments = List.of(arguments);
	}

	/** @param arguments values for the message as {@link Reason} documents them; not secret */
	public CertificateAccessException(Reason reason, String... arguments) {
		this(reason, null, arguments);
	}

	/** What is wrong. */
	public Reason reason() {
		return reason;
	}

	/** Values for the message, see {@link Reason}; not secret. */
	public List<String> arguments() {
		return arguments;
	}

	/** What happened and what to do, in the language of {@link java.util.Locale#getDefault()}. */
	@Override
	public String getLocalizedMessage() {
		return Texts.of("reason." + reason.name(), arguments.toArray()); //$NON-NLS-1$
	}
}
