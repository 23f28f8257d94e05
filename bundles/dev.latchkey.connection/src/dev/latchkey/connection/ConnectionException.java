package dev.latchkey.connection;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

import dev.latchkey.registration.Failure;

/** A connection could not be kept or used. {@link #getLocalizedMessage()} is one plain sentence with the next step. */
public final class ConnectionException extends Exception {

	private static final long serialVersionUID = 1;

	/** What is wrong; decide by this, never by a message. Each is told with one text, which is noted here. */
	public enum Reason {
		/** File or folder that can't be written: permission, full disk. */
		NOT_WRITABLE,
		/** File or folder that can't be read. */
		NOT_READABLE,
		/** Folder that another program keeps to itself for too long. */
		BUSY,
		/** File that is no such file, or damaged, or of a newer version. */
		INVALID,
		/** Id of a connection that is not there. */
		NOT_FOUND,
		/** Name of a connection that somebody else saved in the meantime. */
		CHANGED_ELSEWHERE,
		/** Id of a connection's cloud, which is not known here. */
		CLOUD_MISSING,
		/** Id of a connection's permission profile, which is not known here. */
		PROFILE_MISSING,
		/** SHA-256 thumbprint of a connection's certificate, which no provider here has. */
		CERTIFICATE_MISSING,
		/** Sentence of {@link ConnectionException#failure()}, which says why. */
		REFUSED
	}

	private static final Set<Reason> MISSING = EnumSet.of(Reason.CLOUD_MISSING, Reason.PROFILE_MISSING,
			Reason.CERTIFICATE_MISSING);

	private final Reason reason;
	private final String argument;
	private final transient Optional<Failure> failure;

	/** @param argument what {@link Reason} notes */
	public ConnectionException(Reason reason, String argument, Throwable cause) {
		super(reason + " " + argument, cause); //$NON-NLS-1$
		this.reason = Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
		this.argument = Objects.requireNonNull(argument, "argument"); //$NON-NLS-1$
		failure = Optional.empty();
	}

	/** {@link Reason#REFUSED}. */
	public ConnectionException(Failure failure, Throwable cause) {
		super(Reason.REFUSED + " " + failure.reason(), cause); //$NON-NLS-1$
		reason = Reason.REFUSED;
		argument = failure.sentence();
		this.failure = Optional.of(failure);
	}

	public Reason reason() {
		return reason;
	}

	/** What was refused; present exactly when {@link Reason#REFUSED}, unless this was serialized. */
	public Optional<Failure> failure() {
		return failure == null ? Optional.empty() : failure;
	}

	/** What the connection names and is not here, as it is kept with the connection; empty when it is something else. */
	public Optional<Failure> missing() {
		return MISSING.contains(reason)
				? Optional.of(Failure.of(dev.latchkey.registration.Reason.valueOf(reason.name()), argument))
				: Optional.empty();
	}

	/** What happened and what to do, in the language of {@link java.util.Locale#getDefault()}. */
	@Override
	public String getLocalizedMessage() {
		return missing().map(Failure::sentence).orElseGet(this::sentence);
	}

	private String sentence() {
		ResourceBundle texts = ResourceBundle.getBundle(ConnectionException.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString("reason." + reason.name()), argument); //$NON-NLS-1$
	}
}
