package dev.latchkey.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.WizardOpener;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.StateLine;

/** The organizations that this console is connected with. */
public final class OrganizationsView extends ViewPart {

	public static final String ID = "dev.latchkey.ui.organizations"; //$NON-NLS-1$

	private Composite body;
	private InterruptedLine interrupted;
	private StateLine message;
	private StateLine outcome;
	private OrganizationsTable table;
	private LatestJob<Connections.Content> reading;
	private LatestJob<Boolean> removing;
	private Connections connections;
	private Action connect;
	private Action edit;
	private Action verify;
	private Action handOver;
	private Action undo;
	private Action remove;
	private OrganizationCommands commands;
	private LatestJob<List<JournalRun>> asking;
	private List<UUID> wanted = List.of();

	@Override
	public void createPartControl(Composite parent) {
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		interrupted = new InterruptedLine(body, () -> open(Optional.empty()));
		message = new StateLine(body, Messages.OrganizationsView_problems, WidgetIds.ORGANIZATIONS_PROBLEMS);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(message.control());
		outcome = new StateLine(body, Messages.OrganizationsView_outcome, WidgetIds.ORGANIZATIONS_OUTCOME);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(outcome.control());
		Controls.show(outcome.control(), false);
		table = new OrganizationsTable(body);
		reading = new LatestJob<>(body, Messages.OrganizationsView_reading);
		removing = new LatestJob<>(body, Messages.OrganizationsView_removing);
		asking = new LatestJob<>(body, Messages.OrganizationsView_reading);
		commands = new OrganizationCommands(body, opener(), this::tell);
		createActions();
		table.viewer().addDoubleClickListener(event -> edit.run());
		table.viewer().addSelectionChangedListener(event -> enableActions());
		getSite().setSelectionProvider(table.viewer());
		connections = new Connections(this::changed);
		body.addDisposeListener(event -> connections.close());
		read();
		askJournal();
	}

	private void createActions() {
		connect = action(Messages.OrganizationsView_connect, () -> open(Optional.empty()));
		connect.setImageDescriptor(Icons.descriptor(Mark.CONNECT));
		edit = action(Messages.OrganizationsView_edit, () -> table.selected().ifPresent(row -> open(Optional.of(row))));
		verify = action(Messages.OrganizationsView_verify, () -> table.selected().ifPresent(commands::verify));
		handOver = action(Messages.OrganizationsView_handOver, () -> table.selected().ifPresent(commands::handOver));
		undo = action(Messages.OrganizationsView_undo, () -> table.selected().ifPresent(commands::undoLast));
		remove = action(Messages.OrganizationsView_remove, () -> table.selected().ifPresent(this::remove));
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		remove.setImageDescriptor(shared.getImageDescriptor(ISharedImages.IMG_ETOOL_DELETE));
		verify.setImageDescriptor(Icons.descriptor(Mark.DONE));
		IToolBarManager toolBar = getViewSite().getActionBars().getToolBarManager();
		List.of(connect, verify, remove).forEach(toolBar::add);
		getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.DELETE.getId(), remove);
		MenuManager menu = new MenuManager();
		List.of(connect, edit, verify, handOver, undo, remove).forEach(menu::add);
		menu.add(new Separator("additions")); //$NON-NLS-1$
		table.viewer().getTable().setMenu(menu.createContextMenu(table.viewer().getTable()));
		getSite().registerContextMenu(menu, table.viewer());
		enableActions();
	}

	private static Action action(String text, Runnable run) {
		Action action = new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setToolTipText(text.replace("&", "")); //$NON-NLS-1$ //$NON-NLS-2$
		return action;
	}

	private void enableActions() {
		boolean selected = table.selected().isPresent();
		List.of(edit, verify, handOver, undo, remove).forEach(action -> action.setEnabled(selected));
	}

	private WizardOpener opener() {
		return new WizardOpener(getSite().getWorkbenchWindow());
	}

	private void open(Optional<Connection> edited) {
		opener().open(edited);
		if (!body.isDisposed()) {
			askJournal();
		}
	}

	/** Tells of interrupted runs, without disturbing anybody. */
	private void askJournal() {
		asking.start(monitor -> OrganizationCommands.interrupted(), new LatestJob.Receiver<>() {
			@Override
			public void done(List<JournalRun> runs) {
				interrupted.show(runs);
			}

			@Override
			public void failed(Throwable failure) {
				Failures.log(failure);
			}
		});
	}

	/** Called in any thread. */
	private void changed() {
		if (!body.isDisposed()) {
			body.getDisplay().asyncExec(() -> {
				if (!body.isDisposed()) {
					read();
				}
			});
		}
	}

	private void read() {
		reading.start(monitor -> connections.read(), new LatestJob.Receiver<>() {
			@Override
			public void done(Connections.Content content) {
				show(content.connections());
				tell(content.problems());
			}

			@Override
			public void failed(Throwable failure) {
				Failures.log(failure);
				show(List.of());
				tell(List.of(Failures.sentence(failure)));
			}
		});
	}

	private void show(List<Connection> content) {
		table.show(content);
		if (!wanted.isEmpty()) {
			table.select(wanted);
			wanted = List.of();
		}
		setContentDescription(content.isEmpty() ? Messages.OrganizationsView_empty : ""); //$NON-NLS-1$
		enableActions();
	}

	private void tell(List<String> problems) {
		message.showIf(!problems.isEmpty(), Mark.WARNING, String.join("\n", problems)); //$NON-NLS-1$
	}

	/** Tells what became of a command, until the next one. */
	private void tell(Notice notice) {
		if (!body.isDisposed()) {
			outcome.showIf(true, notice.level().mark(), notice.text());
		}
	}

	private void remove(Connection connection) {
		String question = NLS.bind(Messages.OrganizationsView_removeQuestion, connection.name());
		if (!MessageDialog.openConfirm(getSite().getShell(), Messages.OrganizationsView_removeTitle, question)) {
			return;
		}
		removing.start(monitor -> connections.remove(connection.id()), new LatestJob.Receiver<>() {
			@Override
			public void done(Boolean answer) {
				read();
			}

			@Override
			public void failed(Throwable failure) {
				Failures.log(failure);
				tell(List.of(Failures.sentence(failure)));
			}
		});
	}

	/** Selects the connections as soon as they are shown. */
	public void select(List<UUID> ids) {
		wanted = List.copyOf(ids);
		read();
	}

	@Override
	public void setFocus() {
		table.viewer().getControl().setFocus();
	}
}
