package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.ui.internal.WizardServices;
import dev.latchkey.ui.internal.documents.DocumentWizard;
import dev.latchkey.ui.internal.forms.Notice;

/** What can be done after writing, or instead: another administrator, handing over, taking back, leaving. */
final class NextSteps {

	/** What can become of changes when the wizard is left. */
	private enum Leaving {
		UNDO, KEEP, BACK
	}

	private final ConnectWizard wizard;
	private final ConnectModel model;
	private final WizardServices services;

	NextSteps(ConnectWizard wizard, ConnectModel model, WizardServices services) {
		this.wizard = wizard;
		this.model = model;
		this.services = services;
	}

	private IWizardContainer container() {
		return wizard.getContainer();
	}

	/** Lets somebody else sign in, for no more than these scopes. */
	void otherAdministrator(Set<AdminScope> scopes) {
		model.signOut();
		model.askFor(scopes);
		wizard.showSignIn();
	}

	/** Lets somebody else sign in to take back what is being taken back. */
	void otherForUndo() {
		otherAdministrator(scopes(model.undoing()));
	}

	private static Set<AdminScope> scopes(List<JournalRun> runs) {
		return runs.stream().flatMap(run -> AdminScope.neededFor(run).stream()).collect(Collectors.toSet());
	}

	/** Writes the packet; empty when that was cancelled. */
	Optional<Path> handOver(HandOver content) {
		return DocumentWizard.handOver(container().getShell(), services.documents(), content);
	}

	/** Takes back what this wizard has written, after it was listed and confirmed. */
	Optional<Notice> undo() {
		AtomicReference<List<JournalRun>> runs = new AtomicReference<>(List.of());
		Optional<Notice> failure = new PageRun(container()).run(monitor -> runs.set(written(monitor)));
		if (failure.isEmpty() && !runs.get().isEmpty() && WrittenChanges.confirmUndo(container().getShell(),
				Messages.NextSteps_undo, runs.get())) {
			undo(runs.get());
		}
		return failure;
	}

	private List<JournalRun> written(IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(Messages.NextSteps_reading, IProgressMonitor.UNKNOWN);
		try {
			return WrittenChanges.read(services.journal(), model.runs().written());
		} catch (RegistrationException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}

	private void undo(List<JournalRun> runs) {
		model.undo(runs);
		Set<AdminScope> scopes = scopes(runs);
		if (model.session().filter(session -> suffices(session, runs, scopes)).isPresent()) {
			wizard.showUndo();
		} else {
			otherAdministrator(scopes);
		}
	}

	private static boolean suffices(AdminSession session, List<JournalRun> runs, Set<AdminScope> scopes) {
		return runs.stream().allMatch(run -> run.tenantId().equals(session.tenant().id()))
				&& session.scopes().containsAll(scopes);
	}

	/** Asks what is to become of the changes; returns whether the wizard may close. */
	boolean leave() {
		if (model.runs().written().isEmpty()) {
			return true;
		}
		AtomicReference<List<JournalRun>> runs = new AtomicReference<>(List.of());
		Optional<Notice> failure = new PageRun(container()).run(monitor -> runs.set(written(monitor)));
		if (failure.isEmpty() && runs.get().isEmpty()) {
			return true;
		}
		String changes = failure.map(Notice::text).orElseGet(() -> WrittenChanges.lines(runs.get()));
		Leaving answer = ask(changes, !runs.get().isEmpty());
		if (answer == Leaving.UNDO) {
			undo(runs.get());
		}
		return answer == Leaving.KEEP;
	}

	/** What was going on has stopped because the wizard is to be left. */
	void stopped() {
		if (!model.runs().written().isEmpty() && leave()) {
			wizard.close();
		}
	}

	private Leaving ask(String changes, boolean canUndo) {
		List<Leaving> answers = canUndo ? List.of(Leaving.BACK, Leaving.KEEP, Leaving.UNDO) : List.of(Leaving.BACK, Leaving.KEEP);
		String[] labels = answers.stream().map(NextSteps::label).toArray(String[]::new);
		int chosen = MessageDialog.open(MessageDialog.QUESTION, container().getShell(), Messages.NextSteps_leaveTitle,
				NLS.bind(Messages.NextSteps_leave, changes), SWT.NONE, labels);
		return chosen < 0 || chosen >= answers.size() ? Leaving.BACK : answers.get(chosen);
	}

	private static String label(Leaving answer) {
		return switch (answer) {
		case UNDO -> Messages.NextSteps_undoChanges;
		case KEEP -> Messages.NextSteps_keepChanges;
		case BACK -> Messages.NextSteps_back;
		};
	}
}
