package dev.latchkey.ui.internal.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IMemento;

/**
 * Keeps how the list was left: order, groups, widths and places of the columns. What can't be understood, for example because
 * another version wrote it, is as if it had never been kept.
 */
final class TableMemory {

	private static final String COLUMN = "sortColumn"; //$NON-NLS-1$
	private static final String DESCENDING = "sortDescending"; //$NON-NLS-1$
	private static final String GROUPING = "groupBy"; //$NON-NLS-1$
	private static final String PLACES = "columnOrder"; //$NON-NLS-1$
	private static final String WIDTH = "width."; //$NON-NLS-1$

	private final OrganizationsTable table;

	TableMemory(OrganizationsTable table) {
		this.table = table;
	}

	void save(IMemento memento) {
		memento.putString(COLUMN, table.rows().column().name());
		memento.putBoolean(DESCENDING, table.rows().descending());
		memento.putString(GROUPING, table.rows().grouping().name());
		memento.putString(PLACES, IntStream.of(table.control().getColumnOrder())
				.mapToObj(index -> OrganizationColumn.values()[index].name()).collect(Collectors.joining(","))); //$NON-NLS-1$
		table.columns().forEach((column, shown) -> memento.putInteger(WIDTH + column, shown.getWidth()));
	}

	void restore(IMemento memento) {
		constant(OrganizationColumn.class, memento.getString(COLUMN))
				.ifPresent(column -> table.sort(column, Boolean.TRUE.equals(memento.getBoolean(DESCENDING))));
		constant(Grouping.class, memento.getString(GROUPING)).ifPresent(table::group);
		Optional.ofNullable(memento.getString(PLACES)).ifPresent(this::restorePlaces);
		for (OrganizationColumn column : OrganizationColumn.values()) {
			Optional.ofNullable(memento.getInteger(WIDTH + column)).filter(width -> width > 0)
					.ifPresent(width -> table.setWidth(column, width));
		}
	}

	private void restorePlaces(String names) {
		int[] order = Arrays.stream(names.split(",")).map(name -> constant(OrganizationColumn.class, name)) //$NON-NLS-1$
				.flatMap(Optional::stream).distinct().mapToInt(Enum::ordinal).toArray();
		TableColumn[] all = table.control().getColumns();
		if (order.length == all.length) {
			table.control().setColumnOrder(order);
		}
	}

	private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
		return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst();
	}
}
