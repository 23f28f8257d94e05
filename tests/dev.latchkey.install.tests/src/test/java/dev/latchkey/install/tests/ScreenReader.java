package dev.latchkey.install.tests;

import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/** What a program can know about a desktop that reads it out to somebody: where the keyboard is, and what is announced. */
final class ScreenReader implements AutoCloseable {

	/** Announcements of one change may overtake each other. */
	private static final int RECENT = 12;

	private final DBusConnection bus;
	private final SpokenObjects objects;
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
		objects = new SpokenObjects(bus);
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
		return SpokenObjects.asked(() -> windows().filter(window -> objects.states(window).contains(AtSpi.State.ACTIVE))
				.reduce((first, last) -> last).map(objects::read));
	}

	/** What has the keyboard, without what is inside; empty while nothing has. */
	Optional<Spoken> focused() {
		return SpokenObjects.asked(() -> announced.stream().limit(RECENT).filter(this::hasKeyboard).findFirst()
				.map(objects::control).map(object -> objects.read(object, List.of())));
	}

	/** The same object as it is now, without what is inside; empty when it has gone. */
	Optional<Spoken> again(Spoken before) {
		return SpokenObjects.asked(() -> Optional.of(objects.read(before.id(), List.of())));
	}

	private boolean hasKeyboard(AtSpi.Ref object) {
		return SpokenObjects.asked(() -> Optional.of(objects.states(object))).orElse(Set.of())
				.containsAll(Set.of(AtSpi.State.FOCUSED, AtSpi.State.SHOWING));
	}

	private Stream<AtSpi.Ref> windows() {
		return objects.children(AtSpi.DESKTOP).stream().flatMap(application -> objects.children(application).stream());
	}

	@Override
	public void close() {
		bus.disconnect();
	}
}
