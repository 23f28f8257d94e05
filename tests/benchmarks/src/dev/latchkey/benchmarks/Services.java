package dev.latchkey.benchmarks;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The services of this workbench. */
final class Services {

	private Services() {
	}

	static <T> T get(Class<T> type) {
		BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
		ServiceReference<T> reference = context.getServiceReference(type);
		if (reference == null) {
			throw new IllegalStateException(type.getName() + " is not there");
		}
		return context.getService(reference);
	}
}
