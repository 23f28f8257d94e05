package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.latchkey.registration.Drift;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.Verification;

/** What was done and proven, for people. */
final class ResultPage {

	private ResultPage() {
	}

	static void items(Page page, List<ItemResult> items) {
		List<List<String>> rows = new ArrayList<>();
		items.forEach(item -> rows.add(List.of(item.item().title(), name(item.outcome()))));
		table(page, rows);
		items.forEach(item -> item.failure()
				.ifPresent(failure -> page.line(Printable.of(item.item().title() + ": " + FailureJson.sentence(failure))))); //$NON-NLS-1$
	}

	static void checks(Page page, Verification verification) {
		List<List<String>> rows = new ArrayList<>();
		verification.checks().forEach(check -> rows.add(List.of(check.subject().title(), name(check.state()))));
		table(page, rows);
		verification.checks().forEach(check -> check.failure()
				.ifPresent(failure -> page.line(Printable.of(check.subject().title() + ": " + FailureJson.sentence(failure))))); //$NON-NLS-1$
	}

	static void drifts(Page page, List<Drift> drifts) {
		drifts.forEach(drift -> page.line(Printable.of(drift.sentence())));
	}

	static void undone(Page page, UndoResult result) {
		List<List<String>> rows = new ArrayList<>();
		result.changes().forEach(undone -> rows.add(List.of(undone.change().title(), name(undone.outcome()))));
		table(page, rows);
		result.changes().forEach(undone -> undone.failure()
				.ifPresent(failure -> page.line(Printable.of(undone.change().title() + ": " + FailureJson.sentence(failure))))); //$NON-NLS-1$
	}

	private static void table(Page page, List<List<String>> rows) {
		if (!rows.isEmpty()) {
			page.table(rows);
		}
	}

	/** Outcomes are few and known from the documents, so they stand as their names do, in small letters. */
	static String name(Enum<?> outcome) {
		return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
