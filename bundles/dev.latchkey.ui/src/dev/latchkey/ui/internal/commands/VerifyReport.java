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

	/** So many are told with what is the matter; of the others the view tells it when they are selected. */
	private static final int NAMED = 6;

	/**
	 * One organization's.
	 *
	 * @param why     not proven, in a sentence; empty when it is proven
	 * @param changes what somebody changed, and who could have, in sentences
	 */
	record Line(String name, Optional<String> why, List<String> changes) {
		Line {
			changes = List.copyOf(changes);
		}

		private boolean well() {
			return why.isEmpty() && changes.isEmpty();
		}

		/** As the only one. */
		private Stream<String> alone() {
			String first = why.map(this::reason).orElseGet(() -> NLS
					.bind(changes.isEmpty() ? Messages.VerifyReport_proven : Messages.VerifyReport_provenChanged, name));
			return Stream.concat(Stream.of(first), changes.stream());
		}

		/** As one of several. */
		private Stream<String> named() {
			return Stream.concat(why.map(this::reason).stream(),
					changes.stream().map(change -> NLS.bind(Messages.VerifyReport_changed, name, change)));
		}

		private String reason(String sentence) {
			return NLS.bind(Messages.VerifyReport_notProven, name, sentence);
		}
	}

	Notice.Level level() {
		if (failed() > 0 || lines.size() < asked) {
			return Notice.Level.RETRY;
		}
		return lines.stream().allMatch(Line::well) ? Notice.Level.INFO : Notice.Level.WARNING;
	}

	private long failed() {
		return lines.stream().filter(line -> line.why().isPresent()).count();
	}

	String text() {
		return (asked == 1 && lines.size() == 1 ? lines.get(0).alone() : all()).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	private Stream<String> all() {
		long proven = lines.size() - failed();
		String first = lines.size() == asked ? NLS.bind(Messages.VerifyReport_many, proven, asked)
				: NLS.bind(Messages.VerifyReport_stopped, new Object[] { lines.size(), asked, proven });
		List<Line> told = lines.stream().filter(line -> !line.well()).toList();
		Stream<String> rest = told.size() <= NAMED ? Stream.empty()
				: Stream.of(NLS.bind(Messages.VerifyReport_more, told.size() - NAMED));
		return Stream.of(Stream.of(first), told.stream().limit(NAMED).flatMap(Line::named), rest).flatMap(texts -> texts);
	}
}
