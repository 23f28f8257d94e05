package dev.latchkey.ui.internal.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Icons;
import dev.latchkey.ui.internal.forms.Tables;
import dev.latchkey.ui.internal.forms.VisibleRows;

/**
 * The list of certificates: searched, sorted by a click on a column's head, unusable ones greyed. Only rows that can be seen are
 * drawn, so that thousands are as quick as ten.
 */
final class StoreTable {

	private static final int VISIBLE_ROWS = 6;

	private final TableViewer viewer;
	private final Table table;
	private final Icons icons;
	private final VisibleRows visible;
	private final Consumer<Optional<StoreRow>> listener;
	private final StoreRows rows;
	private Optional<StoreRow> selected = Optional.empty();

	/** @param listener gets the selected row whenever it is another one, or the same one read anew */
	StoreTable(Composite parent, Consumer<Optional<StoreRow>> listener) {
		this.listener = listener;
		Composite area = Controls.row(parent, 1);
		viewer = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
		table = Controls.identify(Controls.name(viewer.getTable(), Messages.StorePage_certificates), WidgetIds.STORE_TABLE);
		icons = new Icons(table, viewer::refresh);
		List<StoreColumn> columns = List.of(StoreColumn.of(Messages.StorePage_issuedTo, 26, StoreRow::issuedTo),
				StoreColumn.expires(), StoreColumn.of(Messages.StorePage_friendlyName, 22, StoreRow::friendlyName),
				StoreColumn.of(Messages.StorePage_issuedBy, 22, StoreRow::issuedBy),
				StoreColumn.of(Messages.StorePage_store, 18, StoreRow::store));
		rows = new StoreRows(columns.get(0).order());
		createColumns(area, columns);
		visible = new VisibleRows(viewer, rows::shown);
		viewer.setInput(rows);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()));
	}

	private void createColumns(Composite area, List<StoreColumn> columns) {
		Tables layout = new Tables(viewer);
		for (StoreColumn column : columns) {
			boolean first = table.getColumnCount() == 0;
			TableColumn added = layout.add(column.title(), column.weight(), new Labels(column, first));
			added.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sort(added, column.order())));
		}
		layout.fill(area, VISIBLE_ROWS);
		table.setSortColumn(table.getColumn(0));
		table.setSortDirection(SWT.UP);
	}

	private void sort(TableColumn column, Comparator<StoreRow> order) {
		boolean down = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
		table.setSortColumn(column);
		table.setSortDirection(down ? SWT.DOWN : SWT.UP);
		rows.sort(down ? order.reversed() : order);
		redraw();
	}

	void show(List<StoreRow> all) {
		rows.fill(all);
		redraw();
	}

	void search(String words) {
		rows.search(words);
		redraw();
	}

	/** How many certificates are shown now. */
	int count() {
		return rows.shown().size();
	}

	private void redraw() {
		int index = selected.map(rows.shown()::indexOf).orElse(-1);
		table.setRedraw(false);
		table.deselectAll();
		if (count() < table.getItemCount() / 2) {
			// GTK takes many single rows away slower than all of them
			table.removeAll();
		}
		viewer.setItemCount(count());
		viewer.refresh();
		if (index >= 0) {
			table.setSelection(index);
		}
		visible.fill();
		table.setRedraw(true);
		select(index);
	}

	private void selected() {
		select(table.getSelectionIndex());
	}

	private void select(int index) {
		Optional<StoreRow> now = index < 0 ? Optional.empty() : Optional.of(rows.shown().get(index));
		boolean same = now.orElse(null) == selected.orElse(null);
		selected = now;
		if (!same) {
			listener.accept(now);
		}
	}

	private final class Labels extends ColumnLabelProvider {

		private final StoreColumn column;
		private final boolean first;

		Labels(StoreColumn column, boolean first) {
			this.column = column;
			this.first = first;
		}

		@Override
		public String getText(Object row) {
			return column.text().apply((StoreRow) row);
		}

		@Override
		public Image getImage(Object row) {
			return first ? icons.of(((StoreRow) row).mark()) : null;
		}

		@Override
		public Color getForeground(Object row) {
			return ((StoreRow) row).usable() ? null : table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
		}

		@Override
		public String getToolTipText(Object row) {
			String remark = ((StoreRow) row).remark();
			return remark.isEmpty() ? getText(row) : remark;
		}
	}
}
