package dev.latchkey.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileWriter;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.connection.ConnectionVerifier;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.RegistrationService;

/** Borrows the services of the console that this bundle runs in: of each kind the highest ranking one. */
public final class OsgiServices implements ServiceSource {

	/** What is done with the console's services. */
	public interface Task<T> {
		T call(WizardServices services) throws Exception;
	}

	private final BundleContext context = FrameworkUtil.getBundle(OsgiServices.class).getBundleContext();
	private final List<ServiceReference<?>> borrowed = new CopyOnWriteArrayList<>();

	/** Borrows the services for one task. */
	public static <T> T with(Task<T> task) throws Exception {
		OsgiServices source = new OsgiServices();
		try {
			return task.call(source.get());
		} finally {
			source.release();
		}
	}

	@Override
	public WizardServices get() throws MissingServiceException {
		return new WizardServices(borrow(CertificateService.class), borrow(SelfSignedIssuer.class),
				borrow(KeyFileReader.class), borrow(KeyFileWriter.class), late(RegistrationService.class), borrow(CloudCatalog.class),
				borrow(ProfileCatalog.class), borrow(Journal.class), borrow(PlanDocuments.class), borrow(ConnectionService.class),
				late(ConnectionVerifier.class));
	}

	/** How connections stand; the wizards don't ask for it. */
	public ConnectionHealth health() throws MissingServiceException {
		return borrow(ConnectionHealth.class);
	}

	/** Microsoft's libraries come with it. */
	private <S> S late(Class<S> type) throws MissingServiceException {
		reference(type);
		return lazy(type);
	}

	/** Borrows the service when it is first used; without it that call fails. */
	public <S> S lazy(Class<S> type) {
		return LazyService.of(type, () -> {
			try {
				return borrow(type);
			} catch (MissingServiceException e) {
				throw new IllegalStateException(e.getMessage(), e);
			}
		});
	}

	private <S> S borrow(Class<S> type) throws MissingServiceException {
		S service = borrow(reference(type));
		if (service == null) {
			throw new MissingServiceException(type.getName());
		}
		return service;
	}

	private <S> ServiceReference<S> reference(Class<S> type) throws MissingServiceException {
		ServiceReference<S> reference = context.getServiceReference(type);
		if (reference == null) {
			throw new MissingServiceException(type.getName());
		}
		return reference;
	}

	private <S> S borrow(ServiceReference<S> reference) {
		S service = context.getService(reference);
		if (service != null) {
			borrowed.add(reference);
		}
		return service;
	}

	@Override
	public void release() {
		borrowed.forEach(context::ungetService);
		borrowed.clear();
	}
}
