package dev.latchkey.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.latchkey.registration.SignInPrompt;

/** Tells on standard error how to sign in, so that the result stays clean. */
final class TerminalSignIn implements SignInPrompt {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm"); //$NON-NLS-1$

	private final Terminal terminal;

	TerminalSignIn(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void show(DeviceCode code) {
		terminal.say(Messages.format(Messages.signInCode, code.verificationUri(), code.userCode(),
				TIME.format(code.expires().atZone(ZoneId.systemDefault()))));
	}

	@Override
	public boolean open(BrowserPage page) {
		terminal.say(Messages.signInBrowser);
		try {
			new ProcessBuilder(opener(page.address().toString())).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	/** What each system opens addresses with. */
	private static List<String> opener(String address) {
		String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
		if (system.contains("win")) { //$NON-NLS-1$
			return List.of("rundll32", "url.dll,FileProtocolHandler", address); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return List.of(system.contains("mac") ? "open" : "xdg-open", address); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
