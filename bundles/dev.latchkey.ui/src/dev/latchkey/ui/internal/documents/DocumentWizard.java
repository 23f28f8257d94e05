package dev.latchkey.ui.internal.documents;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Shell;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionTransfer;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.FormDialog;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;

/** Writes a document where the user says. */
public final class DocumentWizard extends Wizard {

	private final Document document;
	private final DocumentTarget target;
	private final DocumentPage page;
	private Optional<Path> written = Optional.empty();

	private DocumentWizard(Document document) {
		this.document = document;
		target = new DocumentTarget(Path.of(System.getProperty("user.home"), DocumentPage.fileName(document)).toString()); //$NON-NLS-1$
		page = new DocumentPage(document, target);
		setWindowTitle(document.title());
		setDefaultPageImageDescriptor(Icons.descriptor(Mark.BANNER));
		setNeedsProgressMonitor(true);
	}

	/** Lets the user save the plan; returns when the dialog is closed, with where it is, if so. */
	public static Optional<Path> savePlan(Shell parent, PlanDocuments documents, RegistrationPlan plan) {
		return open(parent, new PlanDocument(documents, plan));
	}

	/** Lets the user write a packet for somebody who has the rights; returns as {@link #savePlan} does. */
	public static Optional<Path> handOver(Shell parent, PlanDocuments documents, HandOver content) {
		return open(parent, new HandOverDocument(documents, content));
	}

	/** Lets the user write the ends of all connections' certificates as a calendar; returns as {@link #savePlan} does. */
	public static Optional<Path> saveCalendar(Shell parent, ConnectionService connections, ConnectionHealth health) {
		return open(parent, new CalendarDocument(connections, health));
	}

	/** Lets the user write connections without their keys; returns as {@link #savePlan} does. */
	public static Optional<Path> saveConnections(Shell parent, ConnectionTransfer transfer, List<Connection> connections) {
		return open(parent, new ConnectionsDocument(transfer, connections));
	}

	private static Optional<Path> open(Shell parent, Document document) {
		DocumentWizard wizard = new DocumentWizard(document);
		FormDialog dialog = new FormDialog(parent, wizard);
		dialog.open();
		return wizard.written;
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		Path path = FilePaths.absolute(target.path()).orElseThrow();
		try {
			getContainer().run(true, false, monitor -> write(path, monitor));
		} catch (InvocationTargetException e) {
			Failures.log(e.getCause());
			page.say(new Notice(Notice.Level.RETRY, Failures.sentence(e.getCause())));
			return false;
		} catch (InterruptedException e) {
			return false;
		}
		written = Optional.of(path);
		return true;
	}

	private void write(Path path, IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(Messages.DocumentWizard_working, IProgressMonitor.UNKNOWN);
		try {
			document.write(path);
		} catch (RegistrationException | ConnectionException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}
}
