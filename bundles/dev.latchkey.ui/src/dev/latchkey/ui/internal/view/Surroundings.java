package dev.latchkey.ui.internal.view;

import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;

import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.PermissionProfile;

/** What connections stand in, without being part of them: thresholds, clouds and profiles. Tells when it changes. */
final class Surroundings implements AutoCloseable {

	private final BundleContext context;
	private final IPreferenceChangeListener preferences;
	private final ServiceListener profiles;

	/** @param changed is called in any thread */
	Surroundings(BundleContext context, Runnable changed) {
		this.context = context;
		preferences = event -> changed.run();
		profiles = event -> changed.run();
		nodes().forEach(node -> node.addPreferenceChangeListener(preferences));
		try {
			context.addServiceListener(profiles, "(objectClass=" + PermissionProfile.class.getName() + ')'); //$NON-NLS-1$
		} catch (InvalidSyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private static List<IEclipsePreferences> nodes() {
		return List.of(InstanceScope.INSTANCE.getNode(ConnectionHealth.PREFERENCES),
				InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES));
	}

	@Override
	public void close() {
		nodes().forEach(node -> node.removePreferenceChangeListener(preferences));
		context.removeServiceListener(profiles);
	}
}
