package dev.latchkey.connection.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of the preference {@link dev.latchkey.connection.ConnectionHealth#WARNING_DAYS}. */
final class WarningDays {

	/** Four digits reach further than any certificate. */
	private static final Pattern DAYS = Pattern.compile("\\s*0*[1-9][0-9]{0,3}\\s*(,\\s*0*[1-9][0-9]{0,3}\\s*)*"); //$NON-NLS-1$

	private WarningDays() {
	}

	/** @return the largest first, each once; empty when the text is something else */
	static Optional<List<Integer>> parse(String text) {
		return DAYS.matcher(text).matches() ? Optional.of(numbers(text)) : Optional.empty();
	}

	private static List<Integer> numbers(String text) {
		return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).distinct() //$NON-NLS-1$
				.sorted(Comparator.reverseOrder()).toList();
	}
}
