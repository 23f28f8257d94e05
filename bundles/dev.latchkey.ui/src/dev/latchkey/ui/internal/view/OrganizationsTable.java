package dev.latchkey.ui.internal.view;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Tables;
import dev.latchkey.ui.internal.forms.VisibleRows;

/** The table of connections. Only rows that can be seen are drawn, so that thousands are as quick as ten. */
final class OrganizationsTable {

	private static final int VISIBLE_ROWS = 4;

	private final OrganizationRows rows = new OrganizationRows();
	private final Map<OrganizationColumn, TableColumn> columns = new EnumMap<>(OrganizationColumn.class);
	private final TableViewer viewer;
	private final Table table;
	private final Tables layout;
	private final VisibleRows visible;
	private final Runnable selectionChanged;
	private final Set<UUID> selected = new HashSet<>();

	/** @param selectionChanged is called when other rows are selected, or what is selected has changed */
	OrganizationsTable(Composite parent, Runnable selectionChanged) {
		this.selectionChanged = selectionChanged;
		Composite area = Controls.row(parent, 1);
		viewer = new TableViewer(area, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
		table = Controls.identify(Controls.name(viewer.getTable(), Messages.OrganizationsView_table), WidgetIds.ORGANIZATIONS);
		layout = new Tables(viewer);
		RowLabels.Pictures pictures = new RowLabels.Pictures(viewer);
		for (OrganizationColumn column : OrganizationColumn.values()) {
			TableColumn added = layout.add(column.title(), column.weight(), new RowLabels(column, pictures));
			added.setMoveable(true);
			added.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sort(column)));
			columns.put(column, added);
		}
		layout.keep(columns.get(OrganizationColumn.STATE), OrganizationColumn.STATE.weight(), StandingText.all());
		layout.fill(area, VISIBLE_ROWS);
		reservePictures(pictures);
		showOrder();
		visible = new VisibleRows(viewer, rows::shown);
		viewer.setInput(rows);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()));
	}

	/**
	 * On GTK, the first picture of a column makes room for pictures, and in the wrong column once columns were moved: so it
	 * comes before.
	 */
	private void reservePictures(RowLabels.Pictures pictures) {
		table.setItemCount(1);
		table.getItem(0).setImage(OrganizationColumn.STATE.ordinal(), pictures.of(Mark.DONE));
		table.removeAll();
	}

	Table control() {
		return table;
	}

	OrganizationRows rows() {
		return rows;
	}

	Map<OrganizationColumn, TableColumn> columns() {
		return columns;
	}

	void setWidth(OrganizationColumn column, int pixels) {
		layout.setWidth(columns.get(column), pixels);
	}

	private void sort(OrganizationColumn column) {
		sort(column, rows.column() == column && !rows.descending());
	}

	void sort(OrganizationColumn column, boolean descending) {
		rows.sort(column, descending);
		showOrder();
		redraw();
	}

	private void showOrder() {
		table.setSortColumn(columns.get(rows.column()));
		table.setSortDirection(rows.descending() ? SWT.DOWN : SWT.UP);
	}

	void show(List<OrganizationRow> all) {
		rows.fill(all);
		redraw();
	}

	void filter(String words) {
		rows.filter(words);
		redraw();
	}

	void group(Grouping by) {
		rows.group(by);
		redraw();
	}

	/** Selects these rows alone and shows the first, as far as they are there. */
	void select(List<UUID> ids) {
		selected.clear();
		selected.addAll(ids);
		redraw();
		table.showSelection();
	}

	/** Shows the rows as they are now; what was selected stays so as far as it is still shown. */
	private void redraw() {
		int top = table.getTopIndex();
		table.setRedraw(false);
		table.deselectAll();
		int count = rows.shown().size();
		if (count < table.getItemCount() / 2) {
			// GTK takes many single rows away slower than all of them
			table.removeAll();
		}
		viewer.setItemCount(count);
		viewer.refresh();
		table.select(selected.stream().map(rows::place).filter(Objects::nonNull).mapToInt(Integer::intValue).toArray());
		table.setTopIndex(Math.min(top, Math.max(0, count - 1)));
		visible.fill();
		table.setRedraw(true);
		selected();
	}

	private void selected() {
		selected.clear();
		selectedRows().forEach(row -> selected.add(row.id()));
		selectionChanged.run();
	}

	/** The selected organizations, from top to bottom; the heads of groups are none. */
	List<OrganizationRow> selectedRows() {
		return IntStream.of(table.getSelectionIndices()).sorted().mapToObj(rows.shown()::get)
				.filter(OrganizationRow.class::isInstance).map(OrganizationRow.class::cast).toList();
	}

	/** The selected organizations as spreadsheets take them: columns as they are shown, separated by tabs. */
	String copied() {
		List<OrganizationColumn> order = IntStream.of(table.getColumnOrder())
				.mapToObj(index -> OrganizationColumn.values()[index]).toList();
		Stream<String> lines = selectedRows().stream()
				.map(row -> order.stream().map(row::text).collect(Collectors.joining("\t"))); //$NON-NLS-1$
		return lines.collect(Collectors.joining(System.lineSeparator()));
	}
}
