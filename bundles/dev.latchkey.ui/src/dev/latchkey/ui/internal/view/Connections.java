package dev.latchkey.ui.internal.view;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.Health;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;

/** The console's connections, also when the services that know them come and go. For any thread. */
final class Connections implements AutoCloseable {

	/**
	 * What there is.
	 *
	 * @param rows     all connections that can be read
	 * @param problems one sentence for everything that can't
	 */
	record Content(List<OrganizationRow> rows, List<String> problems) {

		static final Content UNAVAILABLE = new Content(List.of(), List.of(Messages.OrganizationsView_unavailable));
	}

	private final Runnable changed;
	private final ServiceTracker<ConnectionService, ConnectionService.Subscription> tracker;
	private final ServiceTracker<ConnectionHealth, ConnectionHealth> health;
	private final ServiceTracker<CloudCatalog, CloudCatalog> clouds;
	private final Surroundings surroundings;
	private volatile Optional<ConnectionService> service = Optional.empty();

	/** @param changed is called in any thread when there may be something new */
	Connections(Runnable changed) {
		this.changed = changed;
		BundleContext context = FrameworkUtil.getBundle(Connections.class).getBundleContext();
		tracker = new ServiceTracker<>(context, ConnectionService.class, new Customizer(context));
		health = new ServiceTracker<>(context, ConnectionHealth.class, null);
		clouds = new ServiceTracker<>(context, CloudCatalog.class, null);
		surroundings = new Surroundings(context, changed);
		health.open();
		clouds.open();
		tracker.open();
	}

	/** Reads what there is; for background threads. */
	Content read() throws ConnectionException {
		ConnectionHealth standing = health.getService();
		CloudCatalog catalog = clouds.getService();
		Optional<ConnectionService> connections = service;
		if (connections.isEmpty() || standing == null || catalog == null) {
			return Content.UNAVAILABLE;
		}
		List<Connection> list = connections.get().list();
		return new Content(rows(list, standing.of(list, Instant.now()), catalog.clouds()), connections.get().problems());
	}

	private static List<OrganizationRow> rows(List<Connection> list, List<Health> standings, List<Cloud> clouds) {
		Map<String, String> regions = clouds.stream().collect(Collectors.toMap(Cloud::id, Cloud::name, (first, second) -> first));
		Collator collator = Collator.getInstance();
		List<OrganizationRow> rows = new ArrayList<>();
		for (int index = 0; index < list.size(); index++) {
			Connection each = list.get(index);
			rows.add(OrganizationRow.of(each, standings.get(index), regions.getOrDefault(each.cloudId(), each.cloudId()), collator));
		}
		return rows;
	}

	@Override
	public void close() {
		surroundings.close();
		Stream.of(tracker, clouds, health).forEach(ServiceTracker::close);
	}

	private final class Customizer
			implements ServiceTrackerCustomizer<ConnectionService, ConnectionService.Subscription> {

		private final BundleContext context;

		Customizer(BundleContext context) {
			this.context = context;
		}

		@Override
		public ConnectionService.Subscription addingService(ServiceReference<ConnectionService> reference) {
			ConnectionService added = context.getService(reference);
			service = Optional.of(added);
			changed.run();
			return added.onChange(change -> changed.run());
		}

		@Override
		public void modifiedService(ServiceReference<ConnectionService> reference,
				ConnectionService.Subscription subscription) {
			// its properties don't matter
		}

		@Override
		public void removedService(ServiceReference<ConnectionService> reference,
				ConnectionService.Subscription subscription) {
			subscription.close();
			service = Optional.empty();
			context.ungetService(reference);
			changed.run();
		}
	}
}
