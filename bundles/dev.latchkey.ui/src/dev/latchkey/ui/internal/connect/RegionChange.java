package dev.latchkey.ui.internal.connect;

import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Service;

/**
 * The organization lives in another region than was chosen.
 *
 * @param domain  by which it was found
 * @param region  where it lives
 * @param dropped services that were chosen and that this region lacks
 */
record RegionChange(String domain, Cloud region, Set<Service> dropped) {

	RegionChange {
		dropped = Set.copyOf(dropped);
	}

	/** What to tell the administrator. */
	String text() {
		String changed = NLS.bind(Messages.RegionChange_changed, domain, region.name());
		if (dropped.isEmpty()) {
			return changed;
		}
		String products = dropped.stream().sorted().map(Service::productName).collect(Collectors.joining(", ")); //$NON-NLS-1$
		return NLS.bind(Messages.RegionChange_dropped, changed, products);
	}
}
