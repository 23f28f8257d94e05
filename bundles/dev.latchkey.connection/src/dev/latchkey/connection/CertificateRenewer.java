package dev.latchkey.connection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Wait;

/**
 * Service that replaces certificates of saved connections without an interruption: the next one is registered beside the old
 * one and proven before the connection is switched to it; the old one stays registered until somebody removes it. Whatever
 * fails, the connection goes on working as before. Each change to a tenant is in the
 * {@link dev.latchkey.registration.Journal} before it is sent.
 *
 * <p>Every method blocks, on keys and on the network, and must not be called on a user interface thread. Monitors may be null.
 */
@ProviderType
public interface CertificateRenewer {

	/** How many connections are renewed at the same time when nobody says otherwise. */
	int AT_ONCE = 8;

	/** For how many days a retired certificate is kept before its removal is offered, when nobody says otherwise. */
	int GRACE_DAYS = 7;

	/**
	 * Renews connections, several at the same time. One's failure does not stop the others. When cancelled, the writes under way
	 * are finished, what was not begun is {@link Step#NOT_BEGUN}, and the results are returned instead of an exception.
	 *
	 * @param atOnce   at least 1
	 * @param progress is told each renewal's result so far after each change, on an unspecified thread
	 * @return one for each renewal, in the same order
	 */
	List<Result> renew(List<Renewal> renewals, int atOnce, Consumer<Result> progress, IProgressMonitor monitor);

	/**
	 * Removes retired certificates from the connection's application: no other, and only when the present one is proven. Their
	 * keys stay where they are.
	 *
	 * @param administrator does it; when empty the application itself does, with a proof of possession of its present key
	 * @return the connection as it is saved now
	 * @throws ConnectionException {@link ConnectionException.Reason#REFUSED}; what was removed before that is gone and saved
	 */
	Connection remove(UUID connection, List<RetiredCertificate> retired, Optional<AdminSession> administrator,
			IProgressMonitor monitor) throws ConnectionException;

	/**
	 * One connection's renewal.
	 *
	 * @param connection    which
	 * @param next          where its next certificate comes from
	 * @param administrator registers the certificate; when empty the application itself does, which takes an old certificate
	 *                      that is still valid
	 *                      (<a href="https://learn.microsoft.com/graph/api/application-addkey">addKey</a>)
	 */
	record Renewal(UUID connection, NextCertificate next, Optional<AdminSession> administrator) {
		public Renewal {
			Objects.requireNonNull(connection, "connection"); //$NON-NLS-1$
			Objects.requireNonNull(next, "next"); //$NON-NLS-1$
			Objects.requireNonNull(administrator, "administrator"); //$NON-NLS-1$
		}
	}

	/** How far a renewal is. */
	enum Step {
		NOT_BEGUN, PREPARING, ADDING, PROVING, SWITCHING,
		/** The connection uses its next certificate. */
		DONE
	}

	/**
	 * How a renewal stands or ended.
	 *
	 * @param connection which connection
	 * @param step       how far it is; where it ended when there is a failure
	 * @param next       the next certificate, once there is one; it stays where it is kept also when the renewal failed, unless it
	 *                   was made for it and is certainly not registered
	 * @param waiting    what is waited for, if so
	 * @param failure    why it ended before {@link Step#DONE}
	 */
	record Result(UUID connection, Step step, Optional<CertificateReference> next, Optional<Wait> waiting,
			Optional<Failed> failure) {
		public Result {
			Objects.requireNonNull(connection, "connection"); //$NON-NLS-1$
			Objects.requireNonNull(step, "step"); //$NON-NLS-1$
			Objects.requireNonNull(next, "next"); //$NON-NLS-1$
			Objects.requireNonNull(waiting, "waiting"); //$NON-NLS-1$
			Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
		}

		/** Whether the connection uses its next certificate. */
		public boolean done() {
			return step == Step.DONE;
		}
	}

	/**
	 * Why a renewal ended early.
	 *
	 * @param sentence     localized: what happened and what to do next
	 * @param failure      Microsoft's, when it was Microsoft
	 * @param signInHelps  whether an administrator's sign-in can do what the application itself could not
	 */
	record Failed(String sentence, Optional<Failure> failure, boolean signInHelps) {
		public Failed {
			Objects.requireNonNull(sentence, "sentence"); //$NON-NLS-1$
			Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
		}
	}
}
