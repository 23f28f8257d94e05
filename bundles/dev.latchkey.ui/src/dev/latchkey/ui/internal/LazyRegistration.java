package dev.latchkey.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.Verification;

/**
 * The registration, made when it is first used and then in the background: it brings Microsoft's libraries with it, for
 * which the wizard's first page need not wait.
 */
final class LazyRegistration implements RegistrationService {

	private final Supplier<RegistrationService> source;
	private RegistrationService service;

	LazyRegistration(Supplier<RegistrationService> source) {
		this.source = source;
	}

	private synchronized RegistrationService service() {
		if (service == null) {
			service = source.get();
		}
		return service;
	}

	@Override
	public Tenant locate(Cloud cloud, String domain, IProgressMonitor monitor) throws RegistrationException {
		return service().locate(cloud, domain, monitor);
	}

	@Override
	public AdminSession signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException {
		return service().signIn(request, prompt, monitor);
	}

	@Override
	public Tenant detect(List<Cloud> clouds, String domain, IProgressMonitor monitor) throws RegistrationException {
		return service().detect(clouds, domain, monitor);
	}

	@Override
	public void extend(AdminSession session, Set<AdminScope> scopes, SignInPrompt prompt, IProgressMonitor monitor)
			throws RegistrationException {
		service().extend(session, scopes, prompt, monitor);
	}

	@Override
	public UndoResult undo(JournalRun run, AdminSession session, Consumer<UndoResult> progress,
			IProgressMonitor monitor) throws RegistrationException {
		return service().undo(run, session, progress, monitor);
	}

	@Override
	public RegistrationPlan plan(RegistrationRequest request, AdminSession session, IProgressMonitor monitor)
			throws RegistrationException {
		return service().plan(request, session, monitor);
	}

	@Override
	public RegistrationResult apply(RegistrationPlan plan, AdminSession session, Consumer<RegistrationResult> progress,
			IProgressMonitor monitor) throws RegistrationException {
		return service().apply(plan, session, progress, monitor);
	}

	@Override
	public Verification verify(RegistrationRequest request, Optional<RegistrationResult> applied,
			Consumer<Verification> progress, IProgressMonitor monitor) throws RegistrationException {
		return service().verify(request, applied, progress, monitor);
	}
}
