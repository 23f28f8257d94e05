package dev.latchkey.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;

/** The console's connections, also when the service that keeps them comes and goes. For any thread. */
final class Connections implements AutoCloseable {

	/**
	 * What there is.
	 *
	 * @param connections all that can be read
	 * @param problems    one sentence for everything that can't
	 */
	record Content(List<Connection> connections, List<String> problems) {
	}

	private final Runnable changed;
	private final ServiceTracker<ConnectionService, ConnectionService.Subscription> tracker;
	private volatile Optional<ConnectionService> service = Optional.empty();

	/** @param changed is called in any thread when there may be something new */
	Connections(Runnable changed) {
		this.changed = changed;
		BundleContext context = FrameworkUtil.getBundle(Connections.class).getBundleContext();
		tracker = new ServiceTracker<>(context, ConnectionService.class, new Customizer(context));
		tracker.open();
	}

	/** Reads what there is; for background threads. */
	Content read() throws ConnectionException {
		if (service.isEmpty()) {
			return new Content(List.of(), List.of(Messages.OrganizationsView_unavailable));
		}
		return new Content(service.get().list(), service.get().problems());
	}

	/** @return whether there was a service to do it; for background threads */
	boolean remove(UUID id) throws ConnectionException {
		if (service.isPresent()) {
			service.get().remove(id);
		}
		return service.isPresent();
	}

	@Override
	public void close() {
		tracker.close();
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
