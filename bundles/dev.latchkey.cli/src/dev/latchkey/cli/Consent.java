package dev.latchkey.cli;

import java.util.Locale;
import java.util.Set;

import picocli.CommandLine.Option;

/** Whether somebody agrees. Silence, and nobody being there, never does. */
final class Consent {

	private static final Set<String> AGREEMENT = Set.of("y", "yes"); //$NON-NLS-1$ //$NON-NLS-2$

	@Option(names = "--yes")
	private boolean yes;

	/** Before anybody is made to sign in for nothing. */
	void requirePossible(Terminal terminal) throws Refusal {
		if (!yes && terminal.prompt().isEmpty()) {
			throw new Refusal(Refusal.CONFIRMATION_REQUIRED, Messages.confirmationRequired);
		}
	}

	/** @param question one line */
	void ask(Terminal terminal, String question) throws Refusal {
		requirePossible(terminal);
		if (!yes && !agreed(terminal.prompt().orElseThrow().answer(Printable.of(question) + ' '))) {
			throw new Refusal(Refusal.DECLINED, Messages.declined);
		}
	}

	private static boolean agreed(String answer) {
		return answer != null && AGREEMENT.contains(answer.strip().toLowerCase(Locale.ROOT));
	}
}
