package dev.latchkey.ui.internal.view;

import java.util.List;
import java.util.UUID;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;

import dev.latchkey.ui.internal.CommandIds;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Clipboards;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Help;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.StateLine;

/** The organizations that this console is connected with. What can be done with them are commands, see {@code plugin.xml}. */
public final class OrganizationsView extends ViewPart {

	public static final String ID = "dev.latchkey.ui.organizations"; //$NON-NLS-1$

	private static final int MARGIN = 4;

	private Composite body;
	private InterruptedLine interrupted;
	private StateLine message;
	private OutcomeArea outcome;
	private OrganizationsArea area;
	private ListFirst room;
	private OrganizationsReading reading;
	private OrganizationSelection selection;
	private CommandUse commands;
	private IMemento remembered;
	private List<UUID> wanted = List.of();

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		remembered = memento;
	}

	@Override
	public void createPartControl(Composite parent) {
		commands = new CommandUse(getSite());
		Help.on(parent, "organizations"); //$NON-NLS-1$
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, MARGIN).applyTo(body);
		interrupted = new InterruptedLine(body, () -> commands.execute(CommandIds.CONNECT), this::arrange);
		message = new StateLine(body, Messages.OrganizationsView_problems, WidgetIds.ORGANIZATIONS_PROBLEMS);
		GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, MARGIN).applyTo(message.control());
		Controls.show(message.control(), false);
		outcome = new OutcomeArea(body, this::arrange);
		area = new OrganizationsArea(body, commands, this::selected, this::arrange);
		room = new ListFirst(body, outcome, area.attention());
		createList(area.table());
		reading = new OrganizationsReading(body, new Reader());
		lookAgain();
	}

	private void createList(OrganizationsTable table) {
		selection = new OrganizationSelection(table);
		getSite().setSelectionProvider(selection);
		table.control().addSelectionListener(
				SelectionListener.widgetDefaultSelectedAdapter(event -> commands.execute(CommandIds.EDIT)));
		MenuManager menu = new MenuManager();
		table.control().setMenu(menu.createContextMenu(table.control()));
		getSite().registerContextMenu(menu, selection);
		IMenuManager groups = getViewSite().getActionBars().getMenuManager();
		groups.add(GroupMenu.of(table));
		groups.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		new ListKeys(table.control(), getSite().getService(IContextService.class));
		if (remembered != null) {
			new TableMemory(table).restore(remembered);
		}
	}

	/** Called already while the parts are made. */
	private void arrange() {
		if (room != null) {
			room.arrange();
		}
	}

	private void selected() {
		if (selection != null) {
			selection.changed();
		}
	}

	/** Reads everything anew, also what was interrupted. */
	public void lookAgain() {
		if (!body.isDisposed()) {
			reading.read();
			interrupted.ask();
		}
	}

	/** Tells what became of a command, until the next one. */
	public void tell(Notice notice) {
		if (!body.isDisposed()) {
			outcome.tell(notice);
		}
	}

	/** Selects the connections as soon as they are shown. */
	public void select(List<UUID> ids) {
		wanted = List.copyOf(ids);
		reading.read();
	}

	/** Puts the selected rows on the clipboard. */
	public void copy() {
		String rows = area.table().copied();
		if (!rows.isEmpty()) {
			Clipboards.copy(body, rows);
		}
	}

	@Override
	public void saveState(IMemento memento) {
		if (area != null) {
			new TableMemory(area.table()).save(memento);
		}
	}

	@Override
	public void setFocus() {
		area.setFocus();
	}

	/** Shows what was read. */
	private final class Reader implements LatestJob.Receiver<Connections.Content> {

		@Override
		public void done(Connections.Content content) {
			show(content);
		}

		@Override
		public void failed(Throwable failure) {
			Failures.log(failure);
			show(new Connections.Content(List.of(), List.of(Failures.sentence(failure))));
		}

		private void show(Connections.Content content) {
			area.show(content.rows());
			if (wanted.stream().anyMatch(id -> area.table().rows().place(id) != null)) {
				area.table().select(wanted);
				wanted = List.of();
			}
			message.showIf(!content.problems().isEmpty(), Mark.WARNING, String.join("\n", content.problems())); //$NON-NLS-1$
			arrange();
		}
	}
}
