package dev.latchkey.registration.graph.profile;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.framework.Constants;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Service;

/**
 * A profile that came as a service. It is called like a stranger's, once, when it comes.
 *
 * @param id    {@link PermissionProfile#id()}
 * @param fault what it threw, when it did
 */
record Registered(PermissionProfile profile, String id, int ranking, long serviceId, Optional<Throwable> fault) {

	/** As {@link org.osgi.framework.ServiceReference} orders, the best first. */
	static final Comparator<Registered> BEST_FIRST = Comparator.comparingInt(Registered::ranking).reversed()
			.thenComparingLong(Registered::serviceId);

	static Registered of(PermissionProfile profile, Map<String, ?> properties) {
		int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
		try {
			return new Registered(profile, tried(profile), ranking, serviceId(properties), Optional.empty());
		} catch (RuntimeException | LinkageError e) {
			return new Registered(profile, "", ranking, serviceId(properties), Optional.of(e)); //$NON-NLS-1$
		}
	}

	static long serviceId(Map<String, ?> properties) {
		return (Long) properties.get(Constants.SERVICE_ID);
	}

	/** @return the id */
	private static String tried(PermissionProfile profile) {
		for (String text : new String[] { profile.id(), profile.name(), profile.vendor() }) {
			check(text != null && !text.isBlank());
		}
		Set<Service> all = Set.of(Service.values());
		for (Cloud cloud : MicrosoftClouds.ALL) {
			for (PermissionNeed need : profile.permissions(all, cloud)) {
				check(!need.services().isEmpty());
			}
			profile.directoryRoles(all, cloud).forEach(need -> check(!need.templateId().isBlank()));
		}
		return profile.id();
	}

	private static void check(boolean promise) {
		if (!promise) {
			throw new IllegalStateException("A permission profile with a gap"); //$NON-NLS-1$
		}
	}

	/** For messages: a profile that throws may not even tell its name. */
	String className() {
		return profile.getClass().getName();
	}
}
