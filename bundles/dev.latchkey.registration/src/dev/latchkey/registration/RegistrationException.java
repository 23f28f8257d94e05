package dev.latchkey.registration;

import java.util.Objects;

/** Something could not be done, see {@link #failure()}. The message is for the log; show {@link #getLocalizedMessage()}. */
public final class RegistrationException extends Exception {

	private static final long serialVersionUID = 1;

	private final transient Failure failure;

	/** @param cause may be null; must not carry a secret in its message */
	public RegistrationException(Failure failure, Throwable cause) {
		super(failure.reason() + " " + failure.code() + " " + failure.correlationId(), cause); //$NON-NLS-1$ //$NON-NLS-2$
		this.failure = Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
	}

	public RegistrationException(Failure failure) {
		this(failure, null);
	}

	public Failure failure() {
		return failure;
	}

	/** As {@link Failure#reason()}. */
	public Reason reason() {
		return failure.reason();
	}

	/** As {@link Failure#sentence()}. */
	@Override
	public String getLocalizedMessage() {
		return failure.sentence();
	}
}
