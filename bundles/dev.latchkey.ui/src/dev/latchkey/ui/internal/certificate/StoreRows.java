package dev.latchkey.ui.internal.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rows that are shown: those with all the words of a search, in some order. Quick enough for each key that is pressed. */
final class StoreRows {

	private Comparator<StoreRow> order;
	private List<String> words = List.of();
	private List<StoreRow> sorted = List.of();
	private List<StoreRow> shown = List.of();

	StoreRows(Comparator<StoreRow> order) {
		this.order = order;
	}

	void fill(List<StoreRow> rows) {
		sorted = rows.stream().sorted(order).toList();
		search();
	}

	void sort(Comparator<StoreRow> by) {
		order = by;
		fill(sorted);
	}

	/** @param text words, parts of words or digits; case does not matter */
	void search(String text) {
		words = Stream.of(text.toLowerCase(Locale.getDefault()).strip().split("\\s+")).toList(); //$NON-NLS-1$
		search();
	}

	private void search() {
		shown = sorted.stream().filter(row -> words.stream().allMatch(row.searched()::contains)).toList();
	}

	List<StoreRow> shown() {
		return shown;
	}
}
