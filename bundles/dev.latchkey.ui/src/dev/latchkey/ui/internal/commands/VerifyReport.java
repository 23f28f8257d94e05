package dev.latchkey.ui.internal.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.ui.internal.forms.Notice;

/**
 * What became of verifying.
 *
 * @param lines one for each that was verified
 * @param asked how many were to be
 */
record VerifyReport(List<Line> lines, int asked) {

	/** So many are told with their reasons; those of the others stand in their rows. */
	private static final int NAMED = 6;

	/**
	 * One organization's.
	 *
	 * @param why not proven, in a sentence; empty when it is proven
	 */
	record Line(String name, Optional<String> why) {
	}

	Notice.Level level() {
		return failed().isEmpty() && lines.size() == asked ? Notice.Level.INFO : Notice.Level.RETRY;
	}

	private List<Line> failed() {
		return lines.stream().filter(line -> line.why().isPresent()).toList();
	}

	String text() {
		if (asked == 1 && lines.size() == 1) {
			return failed().isEmpty() ? NLS.bind(Messages.VerifyReport_proven, lines.get(0).name()) : reason(lines.get(0));
		}
		int proven = lines.size() - failed().size();
		String first = lines.size() == asked ? NLS.bind(Messages.VerifyReport_many, proven, asked)
				: NLS.bind(Messages.VerifyReport_stopped, new Object[] { lines.size(), asked, proven });
		Stream<String> rest = failed().size() <= NAMED ? Stream.empty()
				: Stream.of(NLS.bind(Messages.VerifyReport_more, failed().size() - NAMED));
		return Stream.of(Stream.of(first), failed().stream().limit(NAMED).map(VerifyReport::reason), rest)
				.flatMap(texts -> texts).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	private static String reason(Line line) {
		return NLS.bind(Messages.VerifyReport_notProven, line.name(), line.why().orElse("")); //$NON-NLS-1$
	}
}
