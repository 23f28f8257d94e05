package dev.latchkey.ui.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows that are shown: those with all the words of a filter, grouped and sorted. Quick enough for each key that is pressed. */
final class OrganizationRows {

	private List<OrganizationRow> sorted = List.of();
	private List<String> words = List.of();
	private Grouping grouping = Grouping.NONE;
	private OrganizationColumn column = OrganizationColumn.NAME;
	private boolean descending;
	private List<ShownRow> shown = List.of();
	private final Map<UUID, Integer> places = new HashMap<>();

	void fill(List<OrganizationRow> rows) {
		Comparator<OrganizationRow> order = descending ? column.order().reversed() : column.order();
		sorted = rows.stream().sorted(grouping.order().thenComparing(order).thenComparing(OrganizationColumn.NAME.order()))
				.toList();
		arrange();
	}

	void sort(OrganizationColumn by, boolean backwards) {
		column = by;
		descending = backwards;
		fill(sorted);
	}

	void group(Grouping by) {
		grouping = by;
		fill(sorted);
	}

	/** @param text words, parts of words or digits; case does not matter, nor do colons between digits of a thumbprint */
	void filter(String text) {
		words = Stream.of(text.toLowerCase(Locale.getDefault()).strip().split("\\s+")).map(OrganizationRows::word).toList(); //$NON-NLS-1$
		arrange();
	}

	private static String word(String typed) {
		return typed.matches("(?:[0-9a-f]{2}:)+[0-9a-f]{0,2}") ? typed.replace(":", "") : typed; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private void arrange() {
		List<OrganizationRow> found = sorted.stream().filter(row -> words.stream().allMatch(row.searched()::contains)).toList();
		shown = grouping == Grouping.NONE ? List.copyOf(found) : grouped(found);
		places.clear();
		for (int place = 0; place < shown.size(); place++) {
			if (shown.get(place) instanceof OrganizationRow row) {
				places.put(row.id(), place);
			}
		}
	}

	private List<ShownRow> grouped(List<OrganizationRow> found) {
		List<ShownRow> rows = new ArrayList<>();
		int start = 0;
		for (int end = 1; end <= found.size(); end++) {
			OrganizationRow first = found.get(start);
			if (end == found.size() || !grouping.group(found.get(end)).equals(grouping.group(first))) {
				rows.add(new GroupRow(grouping.group(first), grouping.picture(first), end - start));
				rows.addAll(found.subList(start, end));
				start = end;
			}
		}
		return rows;
	}

	/** What is to be seen, from top to bottom. */
	List<ShownRow> shown() {
		return shown;
	}

	/** All organizations, also those that the filter leaves out. */
	List<OrganizationRow> all() {
		return sorted;
	}

	/** The organizations that are shown; the heads of groups are none. */
	List<OrganizationRow> organizations() {
		return shown.stream().filter(OrganizationRow.class::isInstance).map(OrganizationRow.class::cast).toList();
	}

	/** How many organizations are shown. */
	int count() {
		return places.size();
	}

	/** Where the organization is shown; null when it is not. */
	Integer place(UUID id) {
		return places.get(id);
	}

	Grouping grouping() {
		return grouping;
	}

	OrganizationColumn column() {
		return column;
	}

	boolean descending() {
		return descending;
	}
}
