package dev.latchkey.connection.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The services as every other plugin meets them. */
final class Services {

	private static final long PATIENCE_MILLIS = 20_000;

	private Services() {
	}

	static <T> T get(Class<T> type) {
		return get(FrameworkUtil.getBundle(Services.class).getBundleContext(), type);
	}

	/** As the bundle of that context meets it. */
	static <T> T get(BundleContext context, Class<T> type) {
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
		tracker.open();
		try {
			T service = tracker.waitForService(PATIENCE_MILLIS);
			assertNotNull(service, type + " is not there");
			return service;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} finally {
			tracker.close();
		}
	}
}
