package dev.latchkey.ui.internal.forms;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Table;

/**
 * Fills the rows of a virtual table that come into sight, before they are drawn: on GTK screen readers are not told of texts that
 * a row gets while it is drawn, which is when a virtual table asks for them.
 */
public final class VisibleRows {

	private final TableViewer viewer;
	private final Supplier<? extends List<?>> shown;

	/** @param shown all rows, from top to bottom, as they are now */
	public VisibleRows(TableViewer viewer, Supplier<? extends List<?>> shown) {
		this.viewer = viewer;
		this.shown = shown;
		viewer.setContentProvider((ILazyContentProvider) this::fill);
		Table table = viewer.getTable();
		table.getVerticalBar().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fill()));
		table.addListener(SWT.Resize, event -> fill());
	}

	/** Fills what is in sight now; to be called whenever other rows are. */
	public void fill() {
		Table table = viewer.getTable();
		int top = table.getTopIndex();
		int visible = table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1;
		int end = Math.min(top + visible, Math.min(table.getItemCount(), shown.get().size()));
		for (int index = top; index < end; index++) {
			fill(index);
		}
	}

	private void fill(int index) {
		viewer.replace(shown.get().get(index), index);
	}
}
