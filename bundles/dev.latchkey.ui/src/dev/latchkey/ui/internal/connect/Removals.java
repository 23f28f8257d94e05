package dev.latchkey.ui.internal.connect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.registration.PlanItem;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/**
 * Lets the administrator tick what can be taken away: expired certificates, and permissions that nothing asks for any more. None
 * is ticked before.
 */
final class Removals {

	private static final int ROWS = 3;

	private final Composite area;
	private final CheckboxTableViewer boxes;
	private List<PlanItem> shown = List.of();

	/** @param chosen gets the ids of the items that are ticked, after each change */
	Removals(Composite parent, Consumer<Set<String>> chosen) {
		area = Controls.row(parent, 2);
		Controls.heading(area, Messages.Removals_choose);
		boxes = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.V_SCROLL);
		Controls.identify(Controls.name(boxes.getTable(), Messages.Removals_choose), WidgetIds.REVIEW_EXPIRED);
		boxes.setContentProvider(ArrayContentProvider.getInstance());
		boxes.setLabelProvider(ColumnLabelProvider.createTextProvider(Removals::text));
		boxes.setComparer(new ById());
		boxes.addCheckStateListener(event -> chosen.accept(checked()));
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(SWT.DEFAULT, boxes.getTable().getItemHeight())
				.applyTo(boxes.getTable());
	}

	private static String text(Object item) {
		return NLS.bind(Messages.Removals_line, ((PlanItem) item).title(), ((PlanItem) item).reason());
	}

	private Set<String> checked() {
		return Arrays.stream(boxes.getCheckedElements()).map(item -> ((PlanItem) item).id()).collect(Collectors.toSet());
	}

	/** Shows them, ticked where they are to be removed; without any, nothing is shown. */
	void show(List<PlanItem> removals) {
		Controls.show(area, !removals.isEmpty());
		if (!shown.equals(removals)) {
			shown = removals;
			boxes.setInput(removals);
			boxes.setCheckedElements(removals.stream().filter(item -> item.state() == PlanItem.State.TO_DO).toArray());
			int rows = Math.min(removals.size(), ROWS);
			((GridData) boxes.getTable().getLayoutData()).heightHint = boxes.getTable().getItemHeight() * rows;
		}
	}

	/** An item stays the same row whether it is to be removed or not. */
	private static final class ById implements IElementComparer {

		@Override
		public boolean equals(Object one, Object other) {
			return one instanceof PlanItem first && other instanceof PlanItem second ? first.id().equals(second.id())
					: one.equals(other);
		}

		@Override
		public int hashCode(Object element) {
			return element instanceof PlanItem item ? item.id().hashCode() : element.hashCode();
		}
	}
}
