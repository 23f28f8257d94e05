package dev.latchkey.connection.internal;

import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

import dev.latchkey.connection.ConnectionChange;

/** Sends changes through OSGi's event admin. Nothing of this is loaded where a console has none. */
@Component
public final class EventAdminAnnouncer implements Announcer {

	private final EventAdmin events;

	@Activate
	public EventAdminAnnouncer(@Reference EventAdmin events) {
		this.events = events;
	}

	/** Asynchronously, so that no handler holds up who made the change. */
	@Override
	public void accept(ConnectionChange change) {
		events.postEvent(new Event(topic(change.kind()), Map.of(ConnectionChange.ID, change.id().toString())));
	}

	private static String topic(ConnectionChange.Kind kind) {
		return switch (kind) {
		case ADDED -> ConnectionChange.TOPIC_ADDED;
		case CHANGED -> ConnectionChange.TOPIC_CHANGED;
		case REMOVED -> ConnectionChange.TOPIC_REMOVED;
		};
	}
}
