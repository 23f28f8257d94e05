package dev.latchkey.ui.tests;

import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.ServiceSource;
import dev.latchkey.ui.internal.WizardServices;

/** The console's real services, apart from the registration, which does as the test says. */
final class TestServices implements ServiceSource {

	private static final BundleContext CONTEXT = FrameworkUtil.getBundle(TestServices.class).getBundleContext();

	private final OsgiServices console = new OsgiServices();
	private final ScriptedRegistration registration = new ScriptedRegistration();
	private final MemoryProvider provider = new MemoryProvider(service(KeyFileReader.class));
	private final ServiceRegistration<CertificateProvider> provided = CONTEXT
			.registerService(CertificateProvider.class, provider, null);
	private boolean released;

	ScriptedRegistration registration() {
		return registration;
	}

	MemoryProvider provider() {
		return provider;
	}

	@Override
	public WizardServices get() {
		return new WizardServices(service(CertificateService.class), service(SelfSignedIssuer.class),
				service(KeyFileReader.class), service(KeyFileWriter.class), registration, service(CloudCatalog.class),
				real().profiles(), registration.journal, real().documents(),
				service(ConnectionService.class), real().verifier());
	}

	private WizardServices real() {
		try {
			return console.get();
		} catch (MissingServiceException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The service, which comes with the first bundle of Latchkey that is used. */
	static <S> S service(Class<S> type) {
		ServiceTracker<S, S> tracker = new ServiceTracker<>(CONTEXT, type, null);
		tracker.open();
		try {
			S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(30));
			if (service == null) {
				throw new IllegalStateException("There is no " + type.getName());
			}
			return service;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} finally {
			tracker.close();
		}
	}

	/** Whether the wizard has given the services back. */
	boolean released() {
		return released;
	}

	@Override
	public void release() {
		if (!released) {
			released = true;
			provided.unregister();
			console.release();
		}
	}
}
