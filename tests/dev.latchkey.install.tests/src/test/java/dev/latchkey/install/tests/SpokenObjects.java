package dev.latchkey.install.tests;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;

/**
 * Objects of the screen as somebody hears them: role, name, states and place. All questions fail for those that have gone: see
 * {@link #asked}.
 */
final class SpokenObjects {

	/** What gets the keyboard itself; parts of it are announced as it. */
	private static final Set<String> PARTS = Set.of("table cell", "filler", "icon", "list item");
	/** GTK describes those that have a picture alone, in tool bars, by their tool tip. */
	private static final Set<String> BUTTONS = Set.of("push button", "toggle button");

	private final DBusConnection bus;

	SpokenObjects(DBusConnection bus) {
		this.bus = bus;
	}

	/** The answer to a question, empty when what was asked went meanwhile. */
	static <T> Optional<T> asked(Supplier<Optional<T>> question) {
		try {
			return question.get();
		} catch (DBusExecutionException e) {
			return Optional.empty();
		}
	}

	/**
	 * The control that an object is a part of. GTK gives the keyboard to a button inside a combo box, and to cells of tables:
	 * screen readers then say what these are in.
	 */
	AtSpi.Ref control(AtSpi.Ref object) {
		String role = role(object);
		if (role.equals("toggle button")) {
			AtSpi.Ref around = control(parent(object));
			return role(around).equals("combo box") ? around : object;
		}
		return PARTS.contains(role) ? control(parent(object)) : object;
	}

	private AtSpi.Ref parent(AtSpi.Ref object) {
		Object[] parent = object(object, Properties.class).Get(AtSpi.ACCESSIBLE, "Parent");
		return new AtSpi.Ref((String) parent[0], (DBusPath) parent[1]);
	}

	/** With all inside it that is on the screen. */
	Spoken read(AtSpi.Ref object) {
		return read(object, children(object).stream().filter(child -> states(child).contains(AtSpi.State.SHOWING)).map(this::read)
				.toList());
	}

	/** With what is known to be inside. */
	Spoken read(AtSpi.Ref object, List<Spoken> children) {
		String role = role(object);
		return new Spoken(object, role, name(object), value(object, role), states(object), bounds(object), children);
	}

	private String role(AtSpi.Ref object) {
		return object(object, AtSpi.Accessible.class).GetRoleName();
	}

	/** Of no size for the few objects that have no place. */
	private AtSpi.Bounds bounds(AtSpi.Ref object) {
		return asked(() -> Optional.of(object(object, AtSpi.Component.class).GetExtents(new UInt32(0))))
				.orElse(new AtSpi.Bounds(0, 0, 0, 0));
	}

	private String name(AtSpi.Ref object) {
		List<String> labels = object(object, AtSpi.Accessible.class).GetRelationSet().stream()
				.filter(relation -> relation.type.intValue() == AtSpi.Relation.LABELLED_BY)
				.flatMap(relation -> relation.targets.stream()).map(this::ownName).filter(Predicate.not(String::isBlank)).toList();
		String name = labels.isEmpty() ? ownName(object) : String.join(" ", labels);
		return name.isEmpty() && BUTTONS.contains(role(object)) ? text(object, "Description") : name;
	}

	private String ownName(AtSpi.Ref object) {
		return text(object, "Name");
	}

	private String text(AtSpi.Ref object, String property) {
		return object(object, Properties.class).<String>Get(AtSpi.ACCESSIBLE, property).strip();
	}

	private String value(AtSpi.Ref object, String role) {
		return switch (role) {
		case "text" -> object(object, AtSpi.Text.class).GetText(0, -1);
		case "combo box" -> ownName(object);
		default -> "";
		};
	}

	Set<AtSpi.State> states(AtSpi.Ref object) {
		List<UInt32> words = object(object, AtSpi.Accessible.class).GetState();
		Set<AtSpi.State> states = EnumSet.noneOf(AtSpi.State.class);
		for (AtSpi.State state : AtSpi.State.values()) {
			if (state.in(words)) {
				states.add(state);
			}
		}
		return states;
	}

	List<AtSpi.Ref> children(AtSpi.Ref object) {
		return object(object, AtSpi.Accessible.class).GetChildren();
	}

	private <T extends DBusInterface> T object(AtSpi.Ref object, Class<T> type) {
		try {
			return bus.getRemoteObject(object.application, object.path.getPath(), type);
		} catch (DBusException e) {
			throw new IllegalStateException(e);
		}
	}
}
