package dev.latchkey.ui.internal.properties;

import java.util.List;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Icons;

/** What was done to the tenant for a connection from this console, the newest first. */
public final class HistoryPage extends ConnectionPage<List<HistoryRow>> {

	private static final int ROWS = 14;

	private TreeViewer tree;
	private TreeColumnLayout layout;
	private Icons icons;
	private Label summary;

	public HistoryPage() {
		super("historyProperties"); //$NON-NLS-1$
	}

	@Override
	void createBody(Composite parent) {
		summary = Controls.note(parent, ""); //$NON-NLS-1$
		Composite area = Controls.row(parent, 1);
		layout = new TreeColumnLayout();
		area.setLayout(layout);
		tree = new TreeViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(tree.getTree(), Messages.HistoryPage_tree), WidgetIds.PROPERTIES_HISTORY);
		tree.getTree().setHeaderVisible(true);
		tree.setContentProvider(new HistoryContent());
		icons = new Icons(tree.getTree(), tree::refresh);
		column(Messages.HistoryPage_what, 50, true, HistoryRow::what);
		column(Messages.HistoryPage_when, 22, false, row -> Formats.time(row.when()));
		column(Messages.HistoryPage_outcome, 22, false, HistoryRow::outcome);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1)
				.hint(Controls.noteWidth(area), tree.getTree().getItemHeight() * ROWS).applyTo(area);
	}

	private void column(String title, int weight, boolean pictured, Function<HistoryRow, String> text) {
		TreeViewerColumn column = new TreeViewerColumn(tree, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object row) {
				return text.apply((HistoryRow) row);
			}

			@Override
			public Image getImage(Object row) {
				return pictured ? icons.of(((HistoryRow) row).mark()) : null;
			}
		});
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, true));
	}

	@Override
	List<HistoryRow> read(Connection connection, Sources sources, IProgressMonitor monitor) throws RegistrationException {
		return sources.wizard().journal().runs(connection.applicationId()).stream()
				.filter(connection::concerns).map(HistoryRow::of).toList();
	}

	@Override
	void show(List<HistoryRow> runs) {
		summary.setText(runs.isEmpty() ? Messages.HistoryPage_none : Messages.HistoryPage_some);
		tree.setInput(runs);
		if (!runs.isEmpty()) {
			tree.expandToLevel(runs.get(0), 1);
		}
	}
}
