package dev.latchkey.install.tests;

import java.util.List;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/** What is used of AT-SPI, the protocol in which Linux desktops describe themselves to screen readers. */
final class AtSpi {

	static final String ACCESSIBLE = "org.a11y.atspi.Accessible";
	static final String TEXT = "org.a11y.atspi.Text";
	static final String EVENTS = "org.a11y.atspi.Event.Object";
	/** The object that has all applications as its children. */
	static final Ref DESKTOP = new Ref("org.a11y.atspi.Registry", new DBusPath("/org/a11y/atspi/accessible/root"));

	private AtSpi() {
	}

	/** States that matter here, by their bit in the protocol. */
	enum State {
		ACTIVE(1), CHECKED(4), EDITABLE(7), ENABLED(8), FOCUSABLE(11), FOCUSED(12), SELECTED(23), SENSITIVE(24), SHOWING(25);

		private final int bit;

		State(int bit) {
			this.bit = bit;
		}

		boolean in(List<UInt32> words) {
			return (words.get(bit / Integer.SIZE).longValue() >> bit % Integer.SIZE & 1) == 1;
		}
	}

	/** Where the bus of accessible applications is. */
	@DBusInterfaceName("org.a11y.Bus")
	public interface Bus extends DBusInterface {

		String GetAddress();
	}

	/** Is told which events somebody wants; applications send no others. */
	@DBusInterfaceName("org.a11y.atspi.Registry")
	public interface Registry extends DBusInterface {

		void RegisterEvent(String event);
	}

	@DBusInterfaceName(ACCESSIBLE)
	public interface Accessible extends DBusInterface {

		List<Ref> GetChildren();

		String GetRoleName();

		List<UInt32> GetState();

		List<Relation> GetRelationSet();
	}

	@DBusInterfaceName("org.a11y.atspi.Component")
	public interface Component extends DBusInterface {

		Bounds GetExtents(UInt32 coordinates);
	}

	@DBusInterfaceName(TEXT)
	public interface Text extends DBusInterface {

		String GetText(int start, int end);
	}

	/** One object of an application. */
	public static final class Ref extends Struct {

		@Position(0)
		public final String application;
		@Position(1)
		public final DBusPath path;

		public Ref(String application, DBusPath path) {
			this.application = application;
			this.path = path;
		}
	}

	/** How an object belongs to others. */
	public static final class Relation extends Struct {

		static final int LABELLED_BY = 2;

		@Position(0)
		public final UInt32 type;
		@Position(1)
		public final List<Ref> targets;

		public Relation(UInt32 type, List<Ref> targets) {
			this.type = type;
			this.targets = targets;
		}
	}

	/** A place on the screen, in pixels. */
	public static final class Bounds extends Struct {

		@Position(0)
		public final int x;
		@Position(1)
		public final int y;
		@Position(2)
		public final int width;
		@Position(3)
		public final int height;

		public Bounds(int x, int y, int width, int height) {
			this.x = x;
			this.y = y;
			this.width = width;
			this.height = height;
		}
	}
}
