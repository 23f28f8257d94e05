package dev.latchkey.cli;

import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.PinPrompt;

/** Asks for PINs in the terminal; refuses where nobody sits. */
final class TerminalPinPrompt implements PinPrompt {

	/** Ends something. */
	@FunctionalInterface
	interface Registration extends AutoCloseable {
		@Override
		void close();
	}

	private final Terminal terminal;

	TerminalPinPrompt(Terminal terminal) {
		this.terminal = terminal;
	}

	/** Before all other prompts, which would want a display; until it is closed, so that a workbench keeps its own. */
	static Registration register(BundleContext bundle, Terminal terminal) {
		var registration = bundle.registerService(PinPrompt.class, new TerminalPinPrompt(terminal),
				new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
		return registration::unregister;
	}

	@Override
	public Optional<char[]> ask(Request request, Cancellation cancellation) {
		cancellation.check();
		return terminal.prompt().flatMap(prompt -> {
			if (request.wrong()) {
				terminal.say(Messages.pinWrong);
			}
			switch (request.tries()) {
			case FEW -> terminal.say(Messages.pinFew);
			case LAST -> terminal.say(Messages.pinLast);
			case UNKNOWN -> { /* nothing to warn of */ }
			}
			return Optional.ofNullable(prompt.ask(Messages.format(Messages.pin, Printable.of(request.token()))));
		});
	}
}
