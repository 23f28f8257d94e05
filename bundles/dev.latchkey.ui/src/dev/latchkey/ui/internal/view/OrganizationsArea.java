package dev.latchkey.ui.internal.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.CommandIds;
import dev.latchkey.ui.internal.forms.Controls;

/** The list of organizations with its filter, or what is said where there is none, and the notice about the selected ones. */
final class OrganizationsArea {

	/** Others give way for so many. */
	private static final int ROWS = 3;
	/** Stay in sight in a low view, whatever else there is to say. */
	private static final int LEAST_ROWS = 2;

	private final Runnable selectionChanged;
	private final Runnable changed;
	private final CommandUse commands;
	private final FilterRow filter;
	private final Composite stack;
	private final Composite list;
	private final OrganizationsTable table;
	private final EmptyPage empty;
	private final AttentionLine attention;
	private String words = ""; //$NON-NLS-1$
	private boolean read;

	/** @param changed is called when something needs more or less room */
	OrganizationsArea(Composite parent, CommandUse commands, Runnable selectionChanged, Runnable changed) {
		this.changed = changed;
		this.commands = commands;
		this.selectionChanged = selectionChanged;
		filter = new FilterRow(parent, this::filter, this::setFocus);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		list = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(list);
		table = new OrganizationsTable(list, this::selected);
		GridData place = (GridData) stack.getLayoutData();
		place.heightHint = height(ROWS);
		place.minimumHeight = height(LEAST_ROWS);
		empty = new EmptyPage(stack);
		attention = new AttentionLine(parent, commands::label, this::help, changed);
		arrange();
	}

	private int height(int rows) {
		return table.control().getHeaderHeight() + rows * table.control().getItemHeight();
	}

	AttentionLine attention() {
		return attention;
	}

	OrganizationsTable table() {
		return table;
	}

	void show(List<OrganizationRow> rows) {
		read = true;
		table.show(rows);
		arrange();
	}

	private void filter(String typed) {
		words = typed;
		table.filter(typed);
		arrange();
	}

	private void selected() {
		if (attention != null) {
			attention.tell(attention(table.selectedRows()));
			selectionChanged.run();
		}
	}

	/** Of several, or of all when none is selected, only what can be done with them together. */
	private Optional<Attention> attention(List<OrganizationRow> selected) {
		Instant now = Instant.now();
		if (selected.size() == 1) {
			return Attention.of(selected.get(0).connection(), selected.get(0).health(), now);
		}
		List<OrganizationRow> rows = selected.isEmpty() ? table.rows().organizations() : selected;
		return Attention.removable(rows.stream().map(OrganizationRow::connection).toList(), now);
	}

	private void help(Attention told) {
		table.select(told.whom());
		commands.execute(told.command());
	}

	/** The list, or what to do to have something in it; nothing is said before it is known. */
	private void arrange() {
		OrganizationRows rows = table.rows();
		boolean nothing = read && rows.count() == 0;
		if (nothing && rows.all().isEmpty()) {
			empty.show(Messages.OrganizationsView_empty, () -> commands.execute(CommandIds.CONNECT));
		} else if (nothing) {
			empty.show(NLS.bind(Messages.OrganizationsView_noMatch, words.strip().replace("&", "&&")), filter::clear); //$NON-NLS-1$ //$NON-NLS-2$
		}
		Controls.show(filter.control(), !rows.all().isEmpty());
		filter.summarize(rows);
		((StackLayout) stack.getLayout()).topControl = nothing ? empty.control() : list;
		changed.run();
	}

	void setFocus() {
		if (read && table.rows().count() == 0) {
			empty.setFocus();
		} else {
			table.control().setFocus();
		}
	}
}
