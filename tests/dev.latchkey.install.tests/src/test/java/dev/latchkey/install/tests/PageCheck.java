package dev.latchkey.install.tests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.latchkey.install.tests.AtSpi.State;
import dev.latchkey.install.tests.KeyboardUser.Step;

/** Judges windows for somebody who does not see them, and keeps what is wrong. */
final class PageCheck {

	/** What somebody can do something with, and has to be told what it is. */
	private static final Set<String> CONTROLS = Set.of("push button", "toggle button", "check box", "radio button", "combo box", "text",
			"password text", "spin button", "table", "tree table", "tree", "list", "link", "page tab", "slider");
	private static final Set<String> WITH_ROWS = Set.of("table", "tree table");
	private static final String CELL = "table cell";

	private final List<String> nameless = new ArrayList<>();
	private final List<String> alike = new ArrayList<>();
	private final List<String> outOfOrder = new ArrayList<>();
	private final List<String> unreached = new ArrayList<>();

	/** Controls without a name. */
	List<String> nameless() {
		return nameless;
	}

	/** Controls that say what another of their page says: nobody can tell by ear which of them has the keyboard. */
	List<String> alike() {
		return alike;
	}

	/** Steps of the keyboard that do not follow the order of reading. */
	List<String> outOfOrder() {
		return outOfOrder;
	}

	/** Controls that Tab does not come to. */
	List<String> unreached() {
		return unreached;
	}

	/** Each control has to say what it is, and each row how it stands: a picture or a colour is nothing to listen to. */
	void names(String page, Spoken window) {
		controls(window).stream().filter(each -> each.name().isBlank())
				.forEach(each -> nameless.add(page + ": " + each.described()));
		window.all().filter(each -> WITH_ROWS.contains(each.role())).filter(PageCheck::silent)
				.forEach(each -> nameless.add(page + ": rows of " + each.said()));
		Set<String> said = new HashSet<>();
		controls(window).stream().filter(each -> !each.name().isBlank() && !said.add(each.said()))
				.forEach(each -> alike.add(page + ": " + each.said()));
	}

	private static boolean silent(Spoken table) {
		List<Spoken> cells = table.all().filter(each -> each.role().equals(CELL)).toList();
		return !cells.isEmpty() && cells.stream().allMatch(each -> each.name().isBlank());
	}

	private static List<Spoken> controls(Spoken window) {
		return window.all().filter(each -> CONTROLS.contains(each.role()) && each.is(State.FOCUSABLE) && hasSize(each)).toList();
	}

	/** What SWT draws itself, links for one, says that it is showing also while it is hidden. */
	private static boolean hasSize(Spoken control) {
		return control.bounds().width > 0 && control.bounds().height > 0;
	}

	/**
	 * Tab has to come to each control, in the order of reading; to one of radio buttons that belong together.
	 *
	 * @param part  all of a window, or what is judged of it
	 * @param steps once around the whole window
	 */
	void order(String page, Spoken part, List<Step> steps) {
		List<Step> inside = steps.stream().filter(step -> part.holds(step.from()) && part.holds(step.to())).toList();
		List<Step> back = inside.stream().filter(Step::back).toList();
		// From the window's last it goes to the first again.
		if (back.size() > (inside.size() == steps.size() ? 1 : 0)) {
			back.forEach(step -> outOfOrder.add(page + ": " + step.to().said() + " comes after " + step.from().said()));
		}
		inside.stream().map(Step::from).filter(from -> !CONTROLS.contains(from.role()))
				.forEach(from -> nameless.add(page + ": the keyboard is at " + from.said()));
		controls(part).stream().filter(each -> each.is(State.SENSITIVE) && !each.role().equals("radio button"))
				.filter(each -> steps.stream().noneMatch(step -> step.to().same(each)))
				.forEach(each -> unreached.add(page + ": " + each.said()));
	}
}
