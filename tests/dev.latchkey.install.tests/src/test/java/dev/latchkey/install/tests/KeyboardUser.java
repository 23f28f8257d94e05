package dev.latchkey.install.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.latchkey.install.tests.AtSpi.State;

/** Works with real keys alone, and knows of the screen what a screen reader knows. */
final class KeyboardUser {

	private static final int PATIENCE_SECONDS = 90;
	private static final int POLL_MILLIS = 50;

	private final Desktop desktop;
	private final ScreenReader reader;

	KeyboardUser(Desktop desktop, ScreenReader reader) {
		this.desktop = desktop;
		this.reader = reader;
	}

	void press(String... keys) {
		desktop.press(keys);
	}

	void type(String text) {
		desktop.type(text);
	}

	/** Replaces what is in the field that has the keyboard. */
	void replace(String text) {
		press("ctrl+a");
		type(text);
	}

	/** Waits until the console's window has that menu, and the keyboard. */
	void awaitReady(String menu) {
		await("", "the menu", window -> window.find("menu", menu).isPresent());
		await("keyboard in the console", reader::focused, focus -> true);
	}

	/** Closes a dialog of the platform, and waits until the console's window with that menu has the keyboard again. */
	void leaveDialog(String menu) {
		press("Escape");
		await("the console", () -> {
			desktop.returnKeyboard();
			return reader.activeWindow();
		}, window -> window.find("menu", menu).isPresent());
	}

	/** The window with that title once it has the keyboard and is as wanted. */
	Spoken await(String title, String what, Predicate<Spoken> wanted) {
		return await(what + " in " + title, reader::activeWindow, window -> window.name().startsWith(title) && wanted.test(window));
	}

	/** Waits until the keyboard is at that control, and answers the window that it is in. */
	Spoken awaitFocus(String title, String role, String name) {
		await("keyboard at " + role + " " + name, reader::focused, focus -> focus.role().equals(role) && focus.name().equals(name));
		return await(title, "window", window -> true);
	}

	private static Spoken await(String what, Supplier<Optional<Spoken>> look, Predicate<Spoken> wanted) {
		long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
		Optional<Spoken> seen = look.get();
		while (seen.filter(wanted).isEmpty()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Waited in vain for: " + what + "\n" + seen.map(Spoken::described).orElse("nothing"));
			}
			pause();
			seen = look.get();
		}
		return seen.get();
	}

	private static void pause() {
		try {
			Thread.sleep(POLL_MILLIS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Waits until that button can be pressed, and presses it by its mnemonic. */
	void push(String title, String name, String mnemonic) {
		awaitEnabled(title, name);
		press("alt+" + mnemonic);
	}

	/** The window once that button can be pressed. */
	Spoken awaitEnabled(String title, String name) {
		return await(title, "enabled: " + name,
				window -> window.find("push button", name).filter(each -> each.is(State.SENSITIVE)).isPresent());
	}

	/** Goes around with Tab from where the keyboard is, until it is for the second time somewhere. */
	List<Step> walk() {
		List<Step> steps = new ArrayList<>();
		Spoken last = await("keyboard", reader::focused, focus -> true);
		do {
			Spoken from = last;
			press("Tab");
			last = await("keyboard behind " + from.said(), reader::focused, focus -> !focus.same(from));
			// A page may have scrolled.
			steps.add(new Step(reader.again(from).orElse(from), last));
		} while (!was(last, steps));
		return steps;
	}

	private static boolean was(Spoken at, List<Step> steps) {
		return steps.stream().anyMatch(step -> step.from().same(at));
	}

	/** From one control to the next, as both stand after it. */
	record Step(Spoken from, Spoken to) {

		boolean back() {
			return to.before(from);
		}
	}
}
