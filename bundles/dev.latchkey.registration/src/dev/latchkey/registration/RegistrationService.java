package dev.latchkey.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Registers and proves. Every method blocks on the network, with time limits, and must not be called on a user interface
 * thread. All throw {@link org.eclipse.core.runtime.OperationCanceledException} soon after the monitor is cancelled.
 * Monitors may be null.
 */
@ProviderType
public interface RegistrationService {

	/**
	 * Finds the organization's tenant, before anyone signs in, from the OpenID configuration of the cloud.
	 *
	 * @param domain a verified domain, {@code *.onmicrosoft.com} name or tenant id
	 * @throws RegistrationException {@link Reason#TENANT_NOT_FOUND}, {@link Reason#WRONG_CLOUD}, network reasons
	 */
	Tenant locate(Cloud cloud, String domain, IProgressMonitor monitor) throws RegistrationException;

	/**
	 * Finds the organization's tenant and its cloud, before anyone signs in: asks the first cloud, then the others at the same
	 * time. Only the domain is sent. A cloud that can't be reached does not stop the search.
	 *
	 * @param clouds the likeliest first; never empty
	 * @param domain as for {@link #locate}
	 * @return the tenant, with the cloud that is its home
	 * @throws RegistrationException {@link Reason#TENANT_NOT_FOUND} when all of them answered and none knows it,
	 *                               {@link Reason#WRONG_CLOUD} when it lives in a cloud that is not among them, network reasons
	 */
	Tenant detect(List<Cloud> clouds, String domain, IProgressMonitor monitor) throws RegistrationException;

	/**
	 * Signs an administrator in to that tenant and no other.
	 *
	 * @param prompt shows the code or opens the page; without one (null) this fails with {@link Reason#NO_PROMPT}
	 * @return the session, to be closed by the caller
	 * @throws RegistrationException {@link Reason#WRONG_TENANT} when the administrator chose an account of another tenant,
	 *                               whose tokens are dropped at once; {@code SIGN_IN_…} reasons
	 */
	AdminSession signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) throws RegistrationException;

	/**
	 * Lets the session do more, with the same account: silently where Microsoft allows it, otherwise the administrator is
	 * asked again in the way of the first sign-in. Does nothing when the session can do all of it already.
	 *
	 * @param prompt as for {@link #signIn}
	 * @throws RegistrationException as for {@link #signIn}; the session is as it was then
	 */
	void extend(AdminSession session, Set<AdminScope> scopes, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException;

	/**
	 * Reads what is there and says what would change. Writes nothing.
	 *
	 * @throws RegistrationException {@link Reason#APPLICATION_NOT_FOUND} and others that make a plan impossible; what
	 *                               concerns a single item is in the plan
	 */
	RegistrationPlan plan(RegistrationRequest request, AdminSession session, IProgressMonitor monitor)
			throws RegistrationException;

	/**
	 * Carries out the plan's items that are to be done. One item's failure does not stop those that do not depend on it.
	 * When cancelled, the write under way is finished, the rest is {@link ItemResult.Outcome#NOT_ATTEMPTED}, and the
	 * result is returned instead of an exception: what was changed must be told. Each change is in the {@link Journal} before
	 * it is sent.
	 *
	 * @param progress is told the results so far after each change, on an unspecified thread
	 * @throws RegistrationException when nothing could be attempted, for example without a network
	 */
	RegistrationResult apply(RegistrationPlan plan, AdminSession session, Consumer<RegistrationResult> progress,
			IProgressMonitor monitor) throws RegistrationException;

	/**
	 * Takes back what a run added, by the ids that the journal holds, and sees that it is gone. What others added or changed
	 * since stays. Cancelling works as for {@link #apply}.
	 *
	 * @param session  of an administrator of the run's tenant
	 * @param progress is told the result so far after each change, on an unspecified thread
	 * @throws RegistrationException when nothing could be attempted, for example {@link Reason#WRONG_TENANT},
	 *                               {@link Reason#JOURNAL_UNUSABLE} or without a network
	 */
	UndoResult undo(JournalRun run, AdminSession session, Consumer<UndoResult> progress, IProgressMonitor monitor)
			throws RegistrationException;

	/**
	 * Proves with the certificate and nothing else: signs in, compares the tokens' roles with the profile, calls each
	 * chosen service harmlessly. Waits for propagation, up to the limit, when something was just changed.
	 *
	 * @param applied  what was just done to the tenant, empty when nothing was: what is there now and refused all the same
	 *                 may not have spread yet and is waited for; what could not be done is not
	 * @param progress    is told the checks so far after each change, on an unspecified thread
	 * @return the checks; failures are in there
	 * @throws RegistrationException only when verifying could not even begin
	 */
	Verification verify(RegistrationRequest request, Optional<RegistrationResult> applied, Consumer<Verification> progress,
			IProgressMonitor monitor) throws RegistrationException;
}
