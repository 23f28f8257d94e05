package dev.latchkey.ui.internal.certificate;

import java.util.Comparator;
import java.util.function.Function;

import dev.latchkey.ui.internal.certificate.StoreRow.Word;

/**
 * A column of the list of certificates.
 *
 * @param weight its share of the width
 */
record StoreColumn(String title, int weight, Function<StoreRow, String> text, Comparator<StoreRow> order) {

	static StoreColumn of(String title, int weight, Function<StoreRow, Word> word) {
		return new StoreColumn(title, weight, row -> word.apply(row).text(), Comparator.comparing(word));
	}

	static StoreColumn expires() {
		return new StoreColumn(Messages.StorePage_expires, 18, StoreRow::endsText, Comparator.comparing(StoreRow::ends));
	}
}
