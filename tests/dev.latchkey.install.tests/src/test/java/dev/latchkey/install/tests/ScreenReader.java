package dev.latchkey.install.tests;

import java.io.IOException;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** What a program can know about a desktop that reads it out to somebody: objects with role, name, states and place. */
final class ScreenReader implements AutoCloseable {

	/** Announcements of one change may overtake each other. */
	private static final int RECENT = 12;
	/** What gets the keyboard itself; parts of it are announced as it. */
	private static final Set<String> PARTS = Set.of("table cell", "filler", "icon", "list item");

	/** GTK describes those that have a picture alone, in tool bars, by their tool tip. */
	private static final Set<String> BUTTONS = Set.of("push button", "toggle button");

	private final DBusConnection bus;
	/** What said that it has got the keyboard, latest first; parts of combo boxes are in no tree. */
	private final Deque<AtSpi.Ref> announced = new ConcurrentLinkedDeque<>();
	private final Deque<String> changes = new ConcurrentLinkedDeque<>();

	/** @param session address of the desktop's own bus */
	ScreenReader(String session) throws DBusException {
		String address;
		try (DBusConnection desktop = DBusConnectionBuilder.forAddress(session).withShared(false).build()) {
			address = desktop.getRemoteObject("org.a11y.Bus", "/org/a11y/bus", AtSpi.Bus.class).GetAddress();
		} catch (IOException e) {
			throw new DBusException(e);
		}
		bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
		listen("StateChanged", "object:state-changed:focused", this::focused);
		listen("PropertyChange", "object:property-change:accessible-name", this::named);
	}

	private void listen(String signal, String event, Consumer<DBusSignal> listener) throws DBusException {
		bus.addGenericSigHandler(new DBusMatchRule("signal", AtSpi.EVENTS, signal), listener::accept);
		bus.getRemoteObject(AtSpi.DESKTOP.application, "/org/a11y/atspi/registry", AtSpi.Registry.class).RegisterEvent(event);
	}

	private void focused(DBusSignal event) {
		Object[] said = parameters(event);
		if (said[0].equals("focused") && said[1].equals(1)) {
			announced.addFirst(new AtSpi.Ref(event.getSource(), new DBusPath(event.getPath())));
		}
	}

	private void named(DBusSignal event) {
		Object[] said = parameters(event);
		if (said[0].equals("accessible-name")) {
			changes.add(String.valueOf(said[3] instanceof Variant<?> text ? text.getValue() : said[3]));
		}
	}

	private static Object[] parameters(DBusSignal event) {
		try {
			return event.getParameters();
		} catch (DBusException e) {
			throw new IllegalStateException(e);
		}
	}

	/** What was announced as changed while somebody was elsewhere, oldest first. */
	List<String> changes() {
		return List.copyOf(changes);
	}

	/** The window that has the keyboard, empty while there is none. */
	Optional<Spoken> activeWindow() {
		return asked(() -> windows().filter(window -> states(window).contains(AtSpi.State.ACTIVE))
				.reduce((first, last) -> last).map(this::read));
	}

	/** What has the keyboard, without what is inside; empty while nothing has. */
	Optional<Spoken> focused() {
		return asked(() -> announced.stream().limit(RECENT).filter(this::hasKeyboard).findFirst().map(this::control)
				.map(object -> read(object, List.of())));
	}

	/** The same object as it is now, without what is inside; empty when it has gone. */
	Optional<Spoken> again(Spoken before) {
		return asked(() -> Optional.of(read(before.id(), List.of())));
	}

	private static <T> Optional<T> asked(Supplier<Optional<T>> question) {
		try {
			return question.get();
		} catch (DBusExecutionException e) {
			// an object that went while it was asked
			return Optional.empty();
		}
	}

	private boolean hasKeyboard(AtSpi.Ref object) {
		return asked(() -> Optional.of(states(object))).orElse(Set.of())
				.containsAll(Set.of(AtSpi.State.FOCUSED, AtSpi.State.SHOWING));
	}

	/**
	 * The control that an object is a part of. GTK gives the keyboard to a button inside a combo box, and to cells of tables:
	 * screen readers then say what these are in.
	 */
	private AtSpi.Ref control(AtSpi.Ref object) {
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

	private Stream<AtSpi.Ref> windows() {
		return children(AtSpi.DESKTOP).stream().flatMap(application -> children(application).stream());
	}

	private Spoken read(AtSpi.Ref object) {
		return read(object, children(object).stream().filter(child -> states(child).contains(AtSpi.State.SHOWING)).map(this::read)
				.toList());
	}

	private Spoken read(AtSpi.Ref object, List<Spoken> children) {
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

	private Set<AtSpi.State> states(AtSpi.Ref object) {
		List<UInt32> words = object(object, AtSpi.Accessible.class).GetState();
		Set<AtSpi.State> states = EnumSet.noneOf(AtSpi.State.class);
		for (AtSpi.State state : AtSpi.State.values()) {
			if (state.in(words)) {
				states.add(state);
			}
		}
		return states;
	}

	private List<AtSpi.Ref> children(AtSpi.Ref object) {
		return object(object, AtSpi.Accessible.class).GetChildren();
	}

	private <T extends DBusInterface> T object(AtSpi.Ref object, Class<T> type) {
		try {
			return bus.getRemoteObject(object.application, object.path.getPath(), type);
		} catch (DBusException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		bus.disconnect();
	}
}
