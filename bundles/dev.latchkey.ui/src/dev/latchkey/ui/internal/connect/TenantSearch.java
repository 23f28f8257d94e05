package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Tenant;

/** Finds the tenant of a domain, with progress. */
final class TenantSearch implements IRunnableWithProgress {

	private final RegistrationService registration;
	private final Cloud cloud;
	private final String domain;
	private Optional<Tenant> found = Optional.empty();

	TenantSearch(RegistrationService registration, Cloud cloud, String domain) {
		this.registration = registration;
		this.cloud = cloud;
		this.domain = domain;
	}

	@Override
	public void run(IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(NLS.bind(Messages.TenantSearch_task, domain), IProgressMonitor.UNKNOWN);
		try {
			found = Optional.of(registration.locate(cloud, domain, monitor));
		} catch (RegistrationException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}

	Optional<Tenant> found() {
		return found;
	}
}
