package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;

/** The services as everybody else meets them, and their settings. */
final class Services {

	private static final long PATIENCE_MILLIS = 10_000;
	private static final Map<Object, Map<String, String>> SETTINGS = new IdentityHashMap<>();

	private Services() {
	}

	static <T> T get(Class<T> type) {
		BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
		tracker.open();
		try {
			T service = tracker.waitForService(PATIENCE_MILLIS);
			assertNotNull(service, type + " is not there");
			return service;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} finally {
			tracker.close();
		}
	}

	/** Offers a store to everybody until it is closed. */
	static AutoCloseable register(CertificateProvider provider) {
		ServiceRegistration<CertificateProvider> registration = FrameworkUtil.getBundle(Services.class).getBundleContext()
				.registerService(CertificateProvider.class, provider, null);
		return registration::unregister;
	}

	/** Ours with Exchange Web Services, which has a permission of every resource. */
	static PermissionProfile classic() {
		return get(ProfileCatalog.class).find("dev.latchkey.backup.ews").orElseThrow();
	}

	/** Where the journal's files are. */
	static Path journal() {
		return area("dev.latchkey.registration/journal");
	}

	/** Where the connections' files are. */
	static Path connections() {
		return area("dev.latchkey.connection");
	}

	private static Path area(String name) {
		try {
			return Path.of(URIUtil.toURI(Platform.getConfigurationLocation().getDataArea(name)));
		} catch (IOException | URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** For a Java without a framework: all bundles that are installed here, of several versions first what keys are kept with. */
	static String classPath() {
		Bundle[] all = FrameworkUtil.getBundle(Services.class).getBundleContext().getBundles();
		Set<Bundle> first = new LinkedHashSet<>();
		Stream.of(all).filter(bundle -> bundle.getSymbolicName().equals("dev.latchkey.certificate.bc"))
				.forEach(bundle -> providers(bundle, first));
		return Stream.concat(first.stream(), Stream.of(all)).distinct().map(FileLocator::getBundleFileLocation)
				.flatMap(Optional::stream).map(Services::classes).collect(Collectors.joining(File.pathSeparator));
	}

	private static void providers(Bundle bundle, Set<Bundle> found) {
		if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && found.add(bundle)) {
			bundle.adapt(BundleWiring.class).getRequiredWires(null)
					.forEach(wire -> providers(wire.getProvider().getBundle(), found));
		}
	}

	/** A bundle that is not packed yet is a folder of its project. */
	private static String classes(File bundle) {
		File compiled = new File(bundle, "target/classes");
		return compiled.isDirectory() ? compiled.toString() : bundle.toString();
	}

	/** Replaces all settings of registration that this test made; those of tests that run at the same time stay. */
	static synchronized void settings(Object test, Map<String, String> settings) {
		if (settings.isEmpty()) {
			SETTINGS.remove(test);
		} else {
			SETTINGS.put(test, Map.copyOf(settings));
		}
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES);
		try {
			node.clear();
		} catch (org.osgi.service.prefs.BackingStoreException e) {
			throw new IllegalStateException(e);
		}
		SETTINGS.values().forEach(each -> each.forEach(node::put));
	}
}
