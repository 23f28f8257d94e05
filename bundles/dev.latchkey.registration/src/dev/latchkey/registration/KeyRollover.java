package dev.latchkey.registration;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Service that lets an application look after its own certificates, without an administrator: Microsoft takes a proof that a
 * key that is registered and still valid is possessed
 * (<a href="https://learn.microsoft.com/graph/application-rollkey-prooftoken">proof of possession</a>), and no permission.
 * Blocks on the key and the network, with time limits, and must not be called on a user interface thread. All throw
 * {@link org.eclipse.core.runtime.OperationCanceledException} soon after the monitor is cancelled, but never between a write and
 * its answer. Monitors may be null. Each change is in the {@link Journal} before it is sent.
 */
@ProviderType
public interface KeyRollover {

	/**
	 * Registers a certificate beside the others. One that is registered already is {@link ItemResult.Outcome#ALREADY_DONE}
	 * where that can be read.
	 *
	 * @param request  with the certificate that is to be added
	 * @param current  registered and valid: signs in and proves possession
	 * @param objectId the application's object id when known; otherwise it is read, which takes a permission
	 * @param progress is told the result so far after each change, on an unspecified thread
	 * @return one item, {@link PlanItem.AddCertificate}; a refusal is in there
	 * @throws RegistrationException when nothing could be attempted: {@link Reason#CERTIFICATE_EXPIRED} and others of the sign-in,
	 *                               {@link Reason#ROLLOVER_IMPOSSIBLE} when the object id is not known and can't be read,
	 *                               {@link Reason#JOURNAL_UNUSABLE}, network reasons
	 */
	RegistrationResult add(RegistrationRequest request, ClientCertificate current, Optional<String> objectId,
			Consumer<RegistrationResult> progress, IProgressMonitor monitor) throws RegistrationException;

	/**
	 * Removes certificates of the application, never the one that proves it.
	 *
	 * @param request  with the certificate that signs in and proves possession
	 * @param objectId as for {@link #add}
	 * @param sha1     SHA-1 thumbprints in upper case hexadecimal digits of those to remove
	 * @param progress as for {@link #add}
	 * @return one {@link PlanItem.RemoveCertificate} for each that was there; a refusal is in there
	 * @throws RegistrationException as for {@link #add}
	 */
	RegistrationResult remove(RegistrationRequest request, Optional<String> objectId, Set<String> sha1,
			Consumer<RegistrationResult> progress, IProgressMonitor monitor) throws RegistrationException;
}
