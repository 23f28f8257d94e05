package dev.latchkey.ui.internal.certificate;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;
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
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Tables;

/** The list of certificates: searched, sorted by a click on a column's head, unusable ones greyed. */
final class StoreTable {

	private static final int VISIBLE_ROWS = 10;

	private final TableViewer viewer;
	private final Icons icons;
	private Comparator<StoreRow> order;
	private String words = ""; //$NON-NLS-1$

	StoreTable(Composite parent, Consumer<Optional<StoreRow>> selected) {
		Composite area = Controls.row(parent, 1);
		viewer = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
		Controls.identify(Controls.name(viewer.getTable(), Messages.StorePage_certificates), WidgetIds.STORE_TABLE);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setUseHashlookup(true);
		icons = new Icons(viewer.getTable());
		createColumns(area);
		viewer.addFilter(new Search());
		viewer.setComparator(new Order());
		viewer.addSelectionChangedListener(event -> selected
				.accept(Optional.ofNullable((StoreRow) event.getStructuredSelection().getFirstElement())));
	}

	private void createColumns(Composite area) {
		Tables columns = new Tables(viewer);
		Collator collator = Collator.getInstance();
		TableColumn first = column(columns, Messages.StorePage_issuedTo, 26, StoreRow::issuedTo,
				Comparator.comparing(StoreRow::issuedTo, collator));
		column(columns, Messages.StorePage_expires, 18, StoreRow::endsText, Comparator.comparing(StoreRow::ends));
		column(columns, Messages.StorePage_friendlyName, 22, row -> row.entry().friendlyName(),
				Comparator.comparing(row -> row.entry().friendlyName(), collator));
		column(columns, Messages.StorePage_issuedBy, 22, StoreRow::issuedBy,
				Comparator.comparing(StoreRow::issuedBy, collator));
		column(columns, Messages.StorePage_store, 18, row -> row.entry().store(),
				Comparator.comparing(row -> row.entry().store(), collator));
		columns.fill(area, VISIBLE_ROWS);
		order = Comparator.comparing(StoreRow::issuedTo, collator);
		viewer.getTable().setSortColumn(first);
		viewer.getTable().setSortDirection(SWT.UP);
	}

	private TableColumn column(Tables columns, String title, int weight, Function<StoreRow, String> text,
			Comparator<StoreRow> comparator) {
		boolean first = viewer.getTable().getColumnCount() == 0;
		TableColumn column = columns.add(title, weight, new Labels(text, first));
		column.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sort(column, comparator)));
		return column;
	}

	private void sort(TableColumn column, Comparator<StoreRow> comparator) {
		Table table = viewer.getTable();
		boolean down = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
		order = down ? comparator.reversed() : comparator;
		table.setSortColumn(column);
		table.setSortDirection(down ? SWT.DOWN : SWT.UP);
		viewer.refresh();
	}

	void show(List<StoreRow> rows) {
		viewer.setInput(rows);
	}

	void search(String text) {
		words = text;
		viewer.refresh();
	}

	Optional<StoreRow> selected() {
		return Optional.ofNullable((StoreRow) viewer.getStructuredSelection().getFirstElement());
	}

	/** How many certificates are shown now. */
	int count() {
		return viewer.getTable().getItemCount();
	}

	private final class Labels extends ColumnLabelProvider {

		private final Function<StoreRow, String> text;
		private final boolean first;

		Labels(Function<StoreRow, String> text, boolean first) {
			this.text = text;
			this.first = first;
		}

		@Override
		public String getText(Object row) {
			return text.apply((StoreRow) row);
		}

		@Override
		public Image getImage(Object row) {
			if (!first) {
				return null;
			}
			boolean remarked = !((StoreRow) row).remark().isEmpty();
			return icons.of(!((StoreRow) row).usable() ? Mark.ERROR : remarked ? Mark.WARNING : Mark.CERTIFICATE);
		}

		@Override
		public Color getForeground(Object row) {
			return ((StoreRow) row).usable() ? null
					: viewer.getTable().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
		}

		@Override
		public String getToolTipText(Object row) {
			String remark = ((StoreRow) row).remark();
			return remark.isEmpty() ? getText(row) : remark;
		}
	}

	private final class Search extends ViewerFilter {
		@Override
		public boolean select(Viewer table, Object parent, Object row) {
			return words.isBlank() || ((StoreRow) row).matches(words);
		}
	}

	private final class Order extends ViewerComparator {
		@Override
		public int compare(Viewer table, Object one, Object other) {
			return order.compare((StoreRow) one, (StoreRow) other);
		}
	}
}
