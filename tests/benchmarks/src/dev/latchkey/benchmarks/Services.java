package dev.latchkey.benchmarks;

import java.nio.file.Path;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.registration.CloudCatalog;

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

	/** Offers a store to everybody until it is closed. */
	static AutoCloseable offer(CertificateProvider provider) {
		return FrameworkUtil.getBundle(Services.class).getBundleContext()
				.registerService(CertificateProvider.class, provider, null)::unregister;
	}

	/** Makes a cloud known. */
	static void cloud(Path file) {
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES, file.toString());
	}
}
