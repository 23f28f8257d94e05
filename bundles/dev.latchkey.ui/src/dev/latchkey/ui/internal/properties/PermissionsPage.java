package dev.latchkey.ui.internal.properties;

import java.util.List;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Tables;
import dev.latchkey.ui.internal.properties.PermissionRow.Proven;

/** What the profile asks for by now, and what of it was proven. */
public final class PermissionsPage extends ConnectionPage<List<PermissionRow>> {

	private static final int ROWS = 14;

	private TableViewer table;
	private Label summary;

	public PermissionsPage() {
		super("permissionsProperties"); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite parent) {
		summary = Controls.note(parent, ""); //$NON-NLS-1$
		Composite area = Controls.row(parent, 1);
		table = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(table.getTable(), Messages.PermissionsPage_table), WidgetIds.PROPERTIES_PERMISSIONS);
		table.setContentProvider(ArrayContentProvider.getInstance());
		Icons icons = new Icons(table.getTable(), table::refresh);
		Tables columns = new Tables(table);
		columns.add(Messages.PermissionsPage_title, 28, text(PermissionRow::title),
				row -> icons.of(((PermissionRow) row).proven().mark()));
		columns.add(Messages.PermissionsPage_state, 16, text(row -> row.proven().text()));
		columns.add(Messages.PermissionsPage_of, 22, text(PermissionRow::of));
		columns.add(Messages.PermissionsPage_reason, 40, text(PermissionRow::reason));
		columns.fill(area, ROWS);
	}

	private static Function<Object, String> text(Function<PermissionRow, String> text) {
		return row -> text.apply((PermissionRow) row);
	}

	@Override
	List<PermissionRow> read(Connection connection, Sources sources, IProgressMonitor monitor) {
		return PermissionRow.of(connection, sources);
	}

	@Override
	void show(List<PermissionRow> rows) {
		long missing = rows.stream().filter(row -> row.proven() == Proven.MISSING).count();
		boolean unknown = rows.stream().anyMatch(row -> row.proven() == Proven.UNKNOWN);
		summary.setText(rows.isEmpty() ? Messages.PermissionsPage_none
				: unknown ? Messages.PermissionsPage_unknown
						: missing == 0 ? Messages.PermissionsPage_all : NLS.bind(Messages.PermissionsPage_missing, missing));
		table.setInput(rows);
	}
}
