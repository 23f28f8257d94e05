package dev.latchkey.install.tests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object of the screen as somebody hears it, with all inside it that is on the screen.
 *
 * @param id    tells it from all others
 * @param name  its own, or that of what it is labelled by
 * @param value the text that it holds, empty when it holds none
 */
record Spoken(AtSpi.Ref id, String role, String name, String value, Set<AtSpi.State> states, AtSpi.Bounds bounds,
		List<Spoken> children) {

	boolean is(AtSpi.State state) {
		return states.contains(state);
	}

	/** This and all inside it, in the order in which they are read. */
	Stream<Spoken> all() {
		return Stream.concat(Stream.of(this), children.stream().flatMap(Spoken::all));
	}

	Optional<Spoken> find(String role, String name) {
		return all().filter(each -> each.role.equals(role) && each.name.equals(name)).findFirst();
	}

	/** Whether that is heard somewhere in it. */
	boolean says(String part) {
		return all().anyMatch(each -> each.name.contains(part) || each.value.contains(part));
	}

	/** Whether the other is this, or inside it. */
	boolean holds(Spoken other) {
		return all().anyMatch(each -> each.same(other));
	}

	boolean same(Spoken other) {
		return id.application.equals(other.id.application) && id.path.equals(other.id.path);
	}

	/** Whether this stands above the other, or in the same line left of it. */
	boolean before(Spoken other) {
		boolean above = bounds.y + bounds.height <= other.bounds.y;
		boolean below = bounds.y >= other.bounds.y + other.bounds.height;
		return above || !below && bounds.x < other.bounds.x;
	}

	String said() {
		return role + " \"" + name + "\"";
	}

	/** All that there is to hear, for whoever looks for what was not heard. */
	String described() {
		return all().filter(each -> !each.name.isBlank() || !each.value.isBlank() || each.is(AtSpi.State.FOCUSABLE))
				.map(each -> each.said() + (each.value.isBlank() ? "" : " = " + each.value) + " at " + each.bounds.x + ","
						+ each.bounds.y + " " + each.states)
				.collect(Collectors.joining("\n"));
	}
}
