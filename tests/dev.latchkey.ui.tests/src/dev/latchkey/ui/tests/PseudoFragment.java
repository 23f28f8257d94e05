package dev.latchkey.ui.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/** Gives bundles the pseudo-locale's texts as a translator would: in fragments, for texts that Java finds by the locale. */
final class PseudoFragment {

	private static final String SUFFIX = "_en_XA.properties";
	private static boolean attached;

	private PseudoFragment() {
	}

	/** Once for all tests: only who asks for the pseudo-locale sees them. */
	static void attach(List<Bundle> hosts) {
		if (attached) {
			return;
		}
		attached = true;
		BundleContext context = FrameworkUtil.getBundle(PseudoFragment.class).getBundleContext();
		List<Bundle> fragments = new ArrayList<>();
		try {
			for (Bundle host : hosts) {
				Collection<String> files = Language.files(host, "texts.properties");
				if (!files.isEmpty()) {
					fragments.add(context.installBundle("pseudo:" + host.getSymbolicName(),
							new ByteArrayInputStream(jar(host, files))));
				}
			}
		} catch (BundleException e) {
			throw new IllegalStateException(e);
		}
		if (!context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(fragments)) {
			throw new IllegalStateException("The fragments with the pseudo-locale could not be attached");
		}
	}

	private static byte[] jar(Bundle host, Collection<String> files) {
		Manifest manifest = new Manifest();
		Attributes headers = manifest.getMainAttributes();
		headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		headers.putValue("Bundle-ManifestVersion", "2");
		headers.putValue("Bundle-SymbolicName", host.getSymbolicName() + ".pseudo");
		headers.putValue("Bundle-Version", "1.0.0");
		headers.putValue("Fragment-Host", host.getSymbolicName());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
			for (String file : files) {
				jar.putNextEntry(new ZipEntry(file.replace(".properties", SUFFIX)));
				Language.pseudo(Language.read(host, file).orElseThrow()).store(jar, null);
				jar.closeEntry();
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
