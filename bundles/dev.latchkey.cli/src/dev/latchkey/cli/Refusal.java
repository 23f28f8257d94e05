package dev.latchkey.cli;

import dev.latchkey.certificate.CertificateAccessException;

/** A command can't do what it was asked for. The message is one plain sentence with the next step, and holds no secret. */
final class Refusal extends Exception {

	private static final long serialVersionUID = 1;

	static final String CANCELLED = "CANCELLED"; //$NON-NLS-1$
	static final String NO_STORE = "NO_STORE"; //$NON-NLS-1$
	static final String NO_SUCH_CERTIFICATE = "NO_SUCH_CERTIFICATE"; //$NON-NLS-1$
	static final String NO_SUCH_PROVIDER = "NO_SUCH_PROVIDER"; //$NON-NLS-1$
	static final String PASSWORDS_DIFFER = "PASSWORDS_DIFFER"; //$NON-NLS-1$
	static final String PASSWORD_REQUIRED = CertificateAccessException.Reason.PASSWORD_REQUIRED.name();
	static final String PASSWORD_UNREADABLE = "PASSWORD_UNREADABLE"; //$NON-NLS-1$
	static final String SERVICE_MISSING = "SERVICE_MISSING"; //$NON-NLS-1$
	static final String UNEXPECTED = "UNEXPECTED"; //$NON-NLS-1$
	static final String USAGE = "USAGE"; //$NON-NLS-1$

	private final String reason;

	/** @param reason stable, documented in {@code docs/command-line.md} */
	Refusal(String reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** The same, with what to do on a command line. */
	static Refusal of(CertificateAccessException problem) {
		String hint = switch (problem.reason()) {
		case PASSWORD_REQUIRED -> Messages.hintPassword;
		case SEVERAL_KEYS -> Messages.hintThumbprint;
		case TOO_EXPENSIVE -> Messages.hintInsist;
		case FILE_EXISTS -> Messages.hintForce;
		default -> ""; //$NON-NLS-1$
		};
		return new Refusal(problem.reason().name(), (problem.getLocalizedMessage() + ' ' + hint).strip());
	}

	String reason() {
		return reason;
	}
}
