package dev.latchkey.install.tests;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.latchkey.install.tests.KeyboardUser.Step;

/**
 * Looks at the pages of properties and preferences, by keys alone. Each page is judged; what the platform's dialog has around it,
 * its list of pages and its tool bars, is not.
 */
final class KeyboardPages {

	private static final String PROPERTIES = "Properties for Contoso";
	private static final String PREFERENCES = "Preferences";
	private static final String MENU = "Microsoft 365";
	private static final String OF_DIALOG = "Additional Dialog Actions";

	private final KeyboardUser user;
	private final PageCheck check;

	KeyboardPages(KeyboardUser user, PageCheck check) {
		this.user = user;
		this.check = check;
	}

	/** Those of the organization that is selected in the view, in the order of the dialog's list. */
	void lookAtProperties() {
		user.press("alt+Return");
		user.awaitFocus(PROPERTIES, "text", "Search");
		user.press("Down");
		look(PROPERTIES, "Certificate", page -> filled(page, "Findings"));
		user.press("Down");
		look(PROPERTIES, "History", page -> page.says("Finished"));
		user.press("Down");
		look(PROPERTIES, "Organization", page -> filled(page, "Domain"));
		user.press("Down");
		look(PROPERTIES, "Permissions", page -> page.says("Proven"));
		user.leaveDialog(MENU);
	}

	private static boolean filled(Spoken page, String field) {
		return page.find("text", field).filter(each -> !each.value().isBlank()).isPresent();
	}

	void lookAtPreferences() {
		user.press("alt+w", "p");
		user.awaitFocus(PREFERENCES, "text", "Search");
		user.type(MENU);
		user.await(PREFERENCES, "the pages", window -> window.find("table cell", "Connections").isPresent());
		user.press("Down");
		user.awaitFocus(PREFERENCES, "tree table", "");
		user.press("space");
		look(PREFERENCES, MENU, page -> page.find("combo box", "Sign in with").isPresent());
		user.press("Down");
		look(PREFERENCES, "Connections", page -> page.find("combo box", "Region of new connections").isPresent());
		user.leaveDialog(MENU);
	}

	private void look(String title, String name, Predicate<Spoken> shown) {
		check.names(name, await(title, name, shown));
		List<Step> steps = user.walk();
		check.order(name, await(title, name, shown), steps);
	}

	private Spoken await(String title, String name, Predicate<Spoken> shown) {
		return page(user.await(title, name, window -> page(window, shown).isPresent()), shown).orElseThrow();
	}

	/** The page alone: the largest part of the window that is as wanted and has nothing of the dialog's. */
	private static Optional<Spoken> page(Spoken window, Predicate<Spoken> shown) {
		return window.all().filter(part -> part.find("push button", OF_DIALOG).isEmpty()).filter(shown).findFirst();
	}
}
