package dev.latchkey.wiring.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;

/** What another plugin hears that knows the event admin and nothing of Latchkey's. */
class ChangeEventsTest {

	private static final BundleContext CONTEXT = FrameworkUtil.getBundle(ChangeEventsTest.class).getBundleContext();

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	@Test
	void changesAreSentThroughTheEventAdmin() throws Exception {
		ConnectionService connections = CONTEXT.getService(CONTEXT.getServiceReference(ConnectionService.class));
		Dictionary<String, Object> topics = new Hashtable<>();
		topics.put(EventConstants.EVENT_TOPIC, "dev/latchkey/connection/*");
		ServiceRegistration<EventHandler> handler = CONTEXT.registerService(EventHandler.class, events::add, topics);
		try {
			Connection saved = connections.save(connection());
			hears(ConnectionChange.TOPIC_ADDED, saved.id());
			connections.update(saved.id(), connection -> connection.named("Fabrikam"));
			hears(ConnectionChange.TOPIC_CHANGED, saved.id());
			connections.remove(saved.id());
			hears(ConnectionChange.TOPIC_REMOVED, saved.id());
		} finally {
			handler.unregister();
		}
	}

	private void hears(String topic, UUID id) throws InterruptedException {
		Event event = events.poll(60, TimeUnit.SECONDS);
		assertNotNull(event, topic);
		assertEquals(topic, event.getTopic());
		assertEquals(id.toString(), event.getProperty(ConnectionChange.ID));
	}

	private static Connection connection() {
		return new Connection(UUID.randomUUID(), 0, "Contoso", "global", "11111111-2222-3333-4444-555555555555",
				"contoso.example", Optional.empty(), "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", Optional.empty(),
				new CertificateReference("keystore", "AB".repeat(32)), Instant.parse("2027-01-01T00:00:00Z"), List.of(),
				Set.of(Service.EXCHANGE), "dev.latchkey.backup", Proof.NONE);
	}
}
