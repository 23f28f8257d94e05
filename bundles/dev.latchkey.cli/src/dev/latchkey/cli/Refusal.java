package dev.latchkey.cli;

import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.RegistrationException;

/** A command can't do what it was asked for. The message is one plain sentence with the next step, and holds no secret. */
final class Refusal extends Exception {

	private static final long serialVersionUID = 1;

	static final String CANCELLED = "CANCELLED"; //$NON-NLS-1$
	static final String CONFIRMATION_REQUIRED = "CONFIRMATION_REQUIRED"; //$NON-NLS-1$
	static final String DECLINED = "DECLINED"; //$NON-NLS-1$
	static final String NOTHING_TO_WRITE = "NOTHING_TO_WRITE"; //$NON-NLS-1$
	static final String NOT_COMPLETE = "NOT_COMPLETE"; //$NON-NLS-1$
	static final String NOT_PROVEN = "NOT_PROVEN"; //$NON-NLS-1$
	static final String NO_STORE = "NO_STORE"; //$NON-NLS-1$
	static final String NO_SUCH_CERTIFICATE = "NO_SUCH_CERTIFICATE"; //$NON-NLS-1$
	static final String NO_SUCH_CLOUD = "NO_SUCH_CLOUD"; //$NON-NLS-1$
	static final String NO_SUCH_CONNECTION = "NO_SUCH_CONNECTION"; //$NON-NLS-1$
	static final String NO_SUCH_PROFILE = "NO_SUCH_PROFILE"; //$NON-NLS-1$
	static final String NO_SUCH_PROVIDER = "NO_SUCH_PROVIDER"; //$NON-NLS-1$
	static final String NO_SUCH_RUN = "NO_SUCH_RUN"; //$NON-NLS-1$
	static final String PASSWORDS_DIFFER = "PASSWORDS_DIFFER"; //$NON-NLS-1$
	static final String PASSWORD_REQUIRED = CertificateAccessException.Reason.PASSWORD_REQUIRED.name();
	static final String PASSWORD_UNREADABLE = "PASSWORD_UNREADABLE"; //$NON-NLS-1$
	static final String SERVICE_MISSING = "SERVICE_MISSING"; //$NON-NLS-1$
	static final String SERVICE_NOT_OFFERED = "SERVICE_NOT_OFFERED"; //$NON-NLS-1$
	static final String SEVERAL_CONNECTIONS = "SEVERAL_CONNECTIONS"; //$NON-NLS-1$
	static final String TIME_LIMIT = "TIME_LIMIT"; //$NON-NLS-1$
	static final String UNEXPECTED = "UNEXPECTED"; //$NON-NLS-1$
	static final String USAGE = "USAGE"; //$NON-NLS-1$

	private final String reason;
	private final transient Optional<Failure> failure;

	/** @param reason stable, documented in {@code docs/command-line.md} */
	Refusal(String reason, String message) {
		this(reason, message, Optional.empty());
	}

	private Refusal(String reason, String message, Optional<Failure> failure) {
		super(message);
		this.reason = reason;
		this.failure = failure;
	}

	/** The same, with what Microsoft's support asks for. */
	static Refusal of(RegistrationException problem) {
		Failure failure = problem.failure();
		return new Refusal(failure.reason().name(), FailureJson.sentence(failure), Optional.of(failure));
	}

	static Refusal of(ConnectionException problem) {
		return new Refusal(problem.reason().name(),
				problem.failure().map(FailureJson::sentence).orElseGet(problem::getLocalizedMessage), problem.failure());
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

	/** What Microsoft, or the way to it, has to do with it. */
	Optional<Failure> failure() {
		return failure;
	}
}
