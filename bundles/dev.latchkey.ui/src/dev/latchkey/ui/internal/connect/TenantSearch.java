package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Tenant;

/** Finds the tenant of a domain, in the chosen region or else in another one, with progress. */
final class TenantSearch implements IRunnableWithProgress {

	private final RegistrationService registration;
	private final CloudCatalog catalog;
	private final Cloud chosen;
	private final String domain;
	private Optional<Tenant> found = Optional.empty();

	TenantSearch(RegistrationService registration, CloudCatalog catalog, Cloud chosen, String domain) {
		this.registration = registration;
		this.catalog = catalog;
		this.chosen = chosen;
		this.domain = domain;
	}

	@Override
	public void run(IProgressMonitor monitor) throws InvocationTargetException {
		monitor.beginTask(NLS.bind(Messages.TenantSearch_task, domain), IProgressMonitor.UNKNOWN);
		try {
			found = Optional.of(registration.detect(order(chosen, catalog.clouds()), domain, monitor));
		} catch (RegistrationException e) {
			throw new InvocationTargetException(e);
		} finally {
			monitor.done();
		}
	}

	/** The chosen one, then those that somebody has brought here, which are likelier than Microsoft's others. */
	static List<Cloud> order(Cloud chosen, List<Cloud> all) {
		List<Cloud> order = new ArrayList<>(all);
		order.removeAll(MicrosoftClouds.ALL);
		order.addAll(MicrosoftClouds.ALL);
		order.remove(chosen);
		order.add(0, chosen);
		return order;
	}

	Optional<Tenant> found() {
		return found;
	}
}
