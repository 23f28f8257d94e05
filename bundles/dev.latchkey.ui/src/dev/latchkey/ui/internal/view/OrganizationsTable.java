package dev.latchkey.ui.internal.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Tables;

/** The table of connections. */
final class OrganizationsTable {

	private static final int VISIBLE_ROWS = 4;

	private final TableViewer viewer;

	OrganizationsTable(Composite parent) {
		Composite area = Controls.row(parent, 1);
		viewer = new TableViewer(area, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(viewer.getTable(), Messages.OrganizationsView_table), WidgetIds.ORGANIZATIONS);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setComparer(new SameConnection());
		Icons icons = new Icons(viewer.getTable());
		Tables columns = new Tables(viewer);
		columns.add(Messages.OrganizationsView_name, 25, text(Connection::name));
		columns.add(Messages.OrganizationsView_domain, 25, text(Connection::domain));
		columns.add(Messages.OrganizationsView_services, 40, text(OrganizationRow::services));
		columns.add(Messages.OrganizationsView_certificateEnds, 18,
				text(connection -> Formats.date(connection.certificateEnds())));
		columns.add(Messages.OrganizationsView_state, 22, text(connection -> standing(connection).text()),
				row -> icons.of(standing((Connection) row).mark()));
		columns.fill(area, VISIBLE_ROWS);
	}

	private static Function<Object, String> text(Function<Connection, String> text) {
		return row -> text.apply((Connection) row);
	}

	private static OrganizationRow.Standing standing(Connection connection) {
		return OrganizationRow.standing(connection, Instant.now());
	}

	TableViewer viewer() {
		return viewer;
	}

	/** Shows the connections; the selection stays. */
	void show(List<Connection> connections) {
		viewer.setInput(connections.stream().sorted(Comparator.comparing(Connection::name)).toList());
	}

	void select(List<UUID> ids) {
		if (viewer.getInput() instanceof List<?> rows) {
			viewer.setSelection(new StructuredSelection(rows.stream().map(Connection.class::cast)
					.filter(connection -> ids.contains(connection.id())).toList()), true);
		}
	}

	Optional<Connection> selected() {
		return Optional.ofNullable((Connection) viewer.getStructuredSelection().getFirstElement());
	}

	/** A connection stays the same row when its values change. */
	private static final class SameConnection implements IElementComparer {

		@Override
		public boolean equals(Object one, Object other) {
			return one instanceof Connection first && other instanceof Connection second
					? first.id().equals(second.id())
					: one.equals(other);
		}

		@Override
		public int hashCode(Object element) {
			return element instanceof Connection connection ? connection.id().hashCode() : element.hashCode();
		}
	}
}
