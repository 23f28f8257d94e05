package dev.latchkey.connection;

import java.text.MessageFormat;
import java.util.Objects;
import java.util.ResourceBundle;

/** A connection could not be kept. {@link #getLocalizedMessage()} is one plain sentence with the next step. */
public final class ConnectionException extends Exception {

	private static final long serialVersionUID = 1;

	/** What is wrong; decide by this, never by a message. */
	public enum Reason {
		/** The folder of the connections can't be written: permission, full disk. */
		NOT_WRITABLE,
		/** The folder of the connections can't be read. */
		NOT_READABLE
	}

	private final Reason reason;
	private final String place;

	/** @param place the file or folder, for people */
	public ConnectionException(Reason reason, String place, Throwable cause) {
		super(reason + " " + place, cause); //$NON-NLS-1$
		this.reason = Objects.requireNonNull(reason, "reason"); //$NON-NLS-1$
		this.place = Objects.requireNonNull(place, "place"); //$NON-NLS-1$
	}

	public Reason reason() {
		return reason;
	}

	/** What happened and what to do, in the language of {@link java.util.Locale#getDefault()}. */
	@Override
	public String getLocalizedMessage() {
		ResourceBundle texts = ResourceBundle.getBundle(ConnectionException.class.getPackageName() + ".texts"); //$NON-NLS-1$
		return MessageFormat.format(texts.getString("reason." + reason.name()), place); //$NON-NLS-1$
	}
}
