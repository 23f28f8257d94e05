package dev.latchkey.ui.internal.forms;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.util.Policy;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.RegistrationException;

/** Turns failures into what the user reads and what the log keeps. */
public final class Failures {

	/** Symbolic name of this bundle, under which the log shows its entries. */
	private static final String BUNDLE = "dev.latchkey.ui"; //$NON-NLS-1$

	private Failures() {
	}

	/** Whether it is an answer to the user's cancelling, and so no failure. */
	public static boolean cancelled(Throwable failure) {
		return failure instanceof OperationCanceledException || failure instanceof CancellationException
				|| failure instanceof InterruptedException;
	}

	/** One plain sentence with the next step. */
	public static String sentence(Throwable failure) {
		if (failure instanceof RegistrationException || failure instanceof CertificateAccessException
				|| failure instanceof ConnectionException) {
			return failure.getLocalizedMessage();
		}
		return Messages.Failures_unexpected;
	}

	/** Keeps the details for support. */
	public static void log(Throwable failure) {
		Optional<Failure> details = failure instanceof RegistrationException registration
				? Optional.of(registration.failure())
				: Optional.empty();
		log(details.map(Failures::line).orElseGet(() -> sentence(failure)), failure);
	}

	/** Keeps the details for support. */
	public static void log(Failure failure) {
		log(line(failure), null);
	}

	private static void log(String text, Throwable cause) {
		Policy.getLog().log(new Status(IStatus.WARNING, BUNDLE, text, cause));
	}

	/** Reason, Microsoft's code and the correlation id, as far as they are known. */
	private static String line(Failure failure) {
		return NLS.bind(Messages.Failures_log,
				new Object[] { failure.sentence(), failure.reason(), failure.code(), failure.correlationId(), failure.time() });
	}
}
