package dev.latchkey.connection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.ConnectionException;
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

/** Finds what a test says. What nobody asks for it does not do. */
final class ScriptedRegistration implements RegistrationService {

	interface Answer {
		Verification to(RegistrationRequest request) throws RegistrationException, ConnectionException;
	}

	interface Undoing {
		UndoResult of(JournalRun run) throws RegistrationException;
	}

	private Answer answer;
	private Undoing undoing;

	void answer(Answer next) {
		answer = next;
	}

	void undoing(Undoing next) {
		undoing = next;
	}

	@Override
	public Verification verify(RegistrationRequest request, Optional<RegistrationResult> applied,
			Consumer<Verification> progress, IProgressMonitor monitor) throws RegistrationException {
		if (monitor != null && monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
		try {
			return answer.to(request);
		} catch (ConnectionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public Tenant locate(Cloud cloud, String domain, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Tenant detect(List<Cloud> clouds, String domain, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public AdminSession signIn(SignInRequest request, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void extend(AdminSession session, Set<AdminScope> scopes, SignInPrompt prompt, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public RegistrationPlan plan(RegistrationRequest request, AdminSession session, IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public RegistrationResult apply(RegistrationPlan plan, AdminSession session, Consumer<RegistrationResult> progress,
			IProgressMonitor monitor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public UndoResult undo(JournalRun run, AdminSession session, Consumer<UndoResult> progress, IProgressMonitor monitor)
			throws RegistrationException {
		return undoing.of(run);
	}
}
