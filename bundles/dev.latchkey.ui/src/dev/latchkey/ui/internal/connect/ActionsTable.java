package dev.latchkey.ui.internal.connect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;

/** The table of actions with state and duration, each expandable to its parts. */
final class ActionsTable {

	private static final int VISIBLE_ROWS = 6;
	private static final int MINIMUM_WIDTH_IN_CHARS = 12;

	private final TreeViewer viewer;
	private final TreeColumnLayout layout = new TreeColumnLayout();
	private final Icons icons;
	private List<ActionRow> rows = List.of();

	ActionsTable(Composite parent, String id, boolean durations, Consumer<Optional<ActionRow>> selected) {
		Controls.heading(parent, Messages.RunArea_actions);
		Composite area = Controls.row(parent, 1);
		area.setLayout(layout);
		viewer = new TreeViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(viewer.getTree(), Messages.RunArea_actions), id);
		icons = new Icons(viewer.getTree(), viewer::refresh);
		viewer.getTree().setHeaderVisible(true);
		column(Messages.RunArea_action, 60, ActionRow::action, row -> icons.of(row.standing().mark()));
		column(Messages.RunArea_state, 30, row -> row.state(Instant.now()), row -> null);
		if (durations) {
			column(Messages.RunArea_duration, 12, ActionRow::durationText, row -> null);
		}
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
		int minimum = new PixelConverter(JFaceResources.getDialogFont()).convertWidthInCharsToPixels(MINIMUM_WIDTH_IN_CHARS);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, minimum));
	}

	private Optional<ActionRow> selection() {
		return Optional.ofNullable((ActionRow) viewer.getStructuredSelection().getFirstElement());
	}

	/** Shows the rows; selection and what is expanded stay. */
	void show(List<ActionRow> latest) {
		if (latest.toString().equals(rows.toString())) {
			return;
		}
		Optional<ActionRow> before = selection();
		rows = latest;
		viewer.refresh();
		before.ifPresent(row -> viewer.setSelection(new StructuredSelection(row)));
	}

	/** Shows or hides the parts of the row with that id. */
	void expand(String id, boolean expanded) {
		rows.stream().filter(row -> row.id().equals(id)).forEach(row -> viewer.setExpandedState(row, expanded));
	}

	/** Shows the time that is left now; only texts that change are painted anew. */
	void tick() {
		rows.stream().filter(ActionRow::waits).forEach(row -> {
			viewer.update(row, null);
			row.parts().stream().filter(ActionRow::waits).forEach(part -> viewer.update(part, null));
		});
	}

	boolean waits() {
		return rows.stream().anyMatch(ActionRow::waits);
	}

	/** Leads the user to what failed first; without a failure to the first row. */
	void selectFirstFailure() {
		Optional<ActionRow> failed = rows.stream().filter(ActionRow::failed).findFirst();
		if (failed.isPresent()) {
			selectCause(failed.get());
		} else if (selection().isEmpty() && !rows.isEmpty()) {
			viewer.setSelection(new StructuredSelection(rows.get(0)));
		}
	}

	/** The row itself where it says why it failed, otherwise the first of its parts that failed. */
	private void selectCause(ActionRow row) {
		ActionRow part = row.parts().stream().filter(ActionRow::failed).findFirst().orElse(row);
		ActionRow cause = row.details().isEmpty() ? part : row;
		if (cause != row) {
			viewer.expandToLevel(row, 1);
		}
		viewer.setSelection(new StructuredSelection(cause), true);
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
