package dev.latchkey.registration;

import java.util.List;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Service that says what was changed in an organization, with what the application itself may read and what the
 * {@link Journal} knows. It never guesses: what can't be read is said to be so. Blocks on the key and the
 * network, with time limits, and must not be called on a user interface thread.
 */
@ProviderType
public interface DriftDetection {

	/**
	 * Compares what is there with what is asked for and with what was there.
	 *
	 * @param found   what was just found for that request
	 * @param met     ids of the plan items that were proven before, see {@link PlanItem#id()}; empty when that is not known
	 * @param monitor may be null
	 * @return the worst first; empty when nothing is otherwise
	 * @throws RegistrationException                               network reasons, {@link Reason#JOURNAL_UNUSABLE}
	 * @throws org.eclipse.core.runtime.OperationCanceledException soon after the monitor is cancelled
	 */
	List<Drift> compare(RegistrationRequest request, Verification found, Set<String> met, IProgressMonitor monitor)
			throws RegistrationException;
}
