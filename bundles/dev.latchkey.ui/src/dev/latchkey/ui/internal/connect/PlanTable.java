package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Tables;

/** The table of the plan's items, and of what stays as it is. */
final class PlanTable {

	private static final int ROWS = 4;

	private final TableViewer viewer;

	PlanTable(Composite parent, Consumer<Optional<PlanRow>> selected) {
		Controls.heading(parent, Messages.ReviewPage_items);
		Composite area = Controls.row(parent, 1);
		viewer = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		Controls.identify(Controls.name(viewer.getTable(), Messages.ReviewPage_items), WidgetIds.REVIEW_ITEMS);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		Icons icons = new Icons(viewer.getTable(), viewer::refresh);
		Tables columns = new Tables(viewer);
		columns.add(Messages.ReviewPage_item, 38, row -> ((PlanRow) row).item(), row -> icons.of(((PlanRow) row).mark()));
		columns.add(Messages.ReviewPage_state, 17, row -> ((PlanRow) row).state());
		columns.add(Messages.ReviewPage_role, 33, row -> ((PlanRow) row).role());
		columns.add(Messages.ReviewPage_reason, 13, row -> ((PlanRow) row).reason());
		columns.fill(area, ROWS);
		viewer.addSelectionChangedListener(event -> selected.accept(selection()));
	}

	private Optional<PlanRow> selection() {
		return Optional.ofNullable((PlanRow) viewer.getStructuredSelection().getFirstElement());
	}

	/** Shows the rows; the selection stays, and where there is none goes to the first. */
	void show(List<PlanRow> rows) {
		ISelection before = viewer.getSelection();
		viewer.setInput(rows);
		viewer.setSelection(before);
		if (selection().isEmpty() && !rows.isEmpty()) {
			viewer.setSelection(new StructuredSelection(rows.get(0)));
		}
	}
}
