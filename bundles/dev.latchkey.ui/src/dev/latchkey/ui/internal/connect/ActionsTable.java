package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;

/** The table of actions with state and duration, each expandable to its parts. */
final class ActionsTable {

	private static final int VISIBLE_ROWS = 8;
	private static final int MINIMUM_WIDTH_IN_CHARS = 12;

	private final TreeViewer viewer;
	private final TreeColumnLayout layout = new TreeColumnLayout();
	private final Icons icons;
	private List<ActionRow> rows = List.of();

	ActionsTable(Composite parent, Consumer<Optional<ActionRow>> selected) {
		Controls.heading(parent, Messages.ConnectPage_actions);
		Composite area = Controls.row(parent, 1);
		area.setLayout(layout);
		viewer = new TreeViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(viewer.getTree(), Messages.ConnectPage_actions), WidgetIds.CONNECT_ACTIONS);
		icons = new Icons(viewer.getTree());
		viewer.getTree().setHeaderVisible(true);
		column(Messages.ConnectPage_action, 60, ActionRow::action, row -> icons.of(row.standing().mark()));
		column(Messages.ConnectPage_state, 30, row -> row.standing().text(), row -> null);
		column(Messages.ConnectPage_duration, 12, ActionRow::durationText, row -> null);
		viewer.setContentProvider(new Parts());
		viewer.setInput(this);
		viewer.addSelectionChangedListener(event -> selected.accept(selection()));
		int height = viewer.getTree().getItemHeight() * VISIBLE_ROWS + viewer.getTree().getHeaderHeight();
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(Controls.noteWidth(area), height).applyTo(area);
	}

	private void column(String title, int weight, Function<ActionRow, String> text, Function<ActionRow, Image> image) {
		TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(ColumnLabelProvider.createTextImageProvider(row -> text.apply((ActionRow) row),
				row -> image.apply((ActionRow) row)));
		int minimum = new PixelConverter(viewer.getTree()).convertWidthInCharsToPixels(MINIMUM_WIDTH_IN_CHARS);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, minimum));
	}

	private Optional<ActionRow> selection() {
		return Optional.ofNullable((ActionRow) viewer.getStructuredSelection().getFirstElement());
	}

	/** Shows the rows; selection and what is expanded stay. */
	void show(List<ActionRow> latest) {
		if (same(latest, rows)) {
			return;
		}
		Optional<ActionRow> before = selection();
		rows = latest;
		viewer.refresh();
		before.ifPresent(row -> viewer.setSelection(new StructuredSelection(row)));
	}

	private static boolean same(List<ActionRow> some, List<ActionRow> others) {
		return some.toString().equals(others.toString());
	}

	/** Leads the user to what failed first; without a failure to the first row. */
	void selectFirstFailure() {
		Optional<ActionRow> failed = rows.stream().filter(ActionsTable::failed).findFirst();
		if (failed.isPresent()) {
			selectCause(failed.get());
		} else if (selection().isEmpty() && !rows.isEmpty()) {
			viewer.setSelection(new StructuredSelection(rows.get(0)));
		}
	}

	/** The row itself where it says why it failed, otherwise the first of its parts that failed. */
	private void selectCause(ActionRow row) {
		ActionRow part = row.parts().stream().filter(ActionsTable::failed).findFirst().orElse(row);
		ActionRow cause = row.details().isEmpty() ? part : row;
		if (cause != row) {
			viewer.expandToLevel(row, 1);
		}
		viewer.setSelection(new StructuredSelection(cause), true);
	}

	private static boolean failed(ActionRow row) {
		return row.standing() == Standing.FAILED || row.standing() == Standing.PARTLY_DONE;
	}

	private final class Parts implements ITreeContentProvider {

		@Override
		public Object[] getElements(Object input) {
			return rows.toArray();
		}

		@Override
		public Object[] getChildren(Object row) {
			return ((ActionRow) row).parts().toArray();
		}

		@Override
		public Object getParent(Object part) {
			return rows.stream().filter(row -> row.parts().contains(part)).findFirst().orElse(null);
		}

		@Override
		public boolean hasChildren(Object row) {
			return !((ActionRow) row).parts().isEmpty();
		}
	}
}
