package dev.latchkey.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Wait;

/** Tells on standard error what has changed, and nothing twice. Called on any thread. */
final class Progress {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss"); //$NON-NLS-1$

	private final Terminal terminal;
	private final Map<String, String> told = new HashMap<>();

	Progress(Terminal terminal) {
		this.terminal = terminal;
	}

	void applied(RegistrationResult result) {
		result.items().stream().filter(item -> item.outcome() != ItemResult.Outcome.WAITING)
				.forEach(item -> tell(item.item().id(), item.item().title(), item.outcome(), item.waiting()));
	}

	void verified(Verification verification) {
		verification.checks().stream().filter(check -> check.state() != Verification.State.WAITING)
				.forEach(check -> tell(check.subject().name(), check.subject().title(), check.state(), check.waiting()));
	}

	void undone(UndoResult result) {
		result.changes().stream().filter(undone -> undone.outcome() != UndoResult.Outcome.WAITING).forEach(
				undone -> tell(undone.change().itemId() + undone.change().ids(), undone.change().title(), undone.outcome(), undone.waiting()));
	}

	void renewed(Connection connection, CertificateRenewer.Result result) {
		tell(connection.id().toString(), connection.name(), result.step(), result.waiting());
	}

	private synchronized void tell(String id, String title, Enum<?> outcome, Optional<Wait> waiting) {
		String line = title + ": " + ResultPage.name(outcome) //$NON-NLS-1$
				+ waiting.map(wait -> " (" + Messages.format(Messages.waiting, time(wait), wait.why().sentence()) + ')').orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
		if (!line.equals(told.put(id, line))) {
			terminal.say(line);
		}
	}

	private static String time(Wait wait) {
		return TIME.format(wait.until().atZone(ZoneId.systemDefault()));
	}
}
