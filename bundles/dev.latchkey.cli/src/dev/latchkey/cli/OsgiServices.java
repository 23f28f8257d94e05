package dev.latchkey.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Borrows the services of the console that this bundle runs in, until it is closed. */
final class OsgiServices implements Services, AutoCloseable {

	private final BundleContext context;
	private final List<ServiceReference<?>> borrowed = new CopyOnWriteArrayList<>();

	OsgiServices(BundleContext context) {
		this.context = context;
	}

	@Override
	public <T> T get(Class<T> type) throws Refusal {
		ServiceReference<T> reference = context.getServiceReference(type);
		T service = reference == null ? null : context.getService(reference);
		if (service == null) {
			throw new Refusal(Refusal.SERVICE_MISSING, Messages.format(Messages.serviceMissing, type.getSimpleName()));
		}
		borrowed.add(reference);
		return service;
	}

	@Override
	public void close() {
		borrowed.forEach(context::ungetService);
		borrowed.clear();
	}
}
