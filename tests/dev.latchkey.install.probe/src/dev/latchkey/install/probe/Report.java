package dev.latchkey.install.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** What was seen, kept as a properties file when it is complete. */
final class Report {

	private final Path file;
	private final Properties seen = new Properties();

	Report(Path file) {
		this.file = file;
	}

	/** The state of each bundle, and who gives it the packages that the installation has more than once. */
	void bundles() {
		for (Bundle bundle : FrameworkUtil.getBundle(Report.class).getBundleContext().getBundles()) {
			String name = bundle.getSymbolicName() + "_" + bundle.getVersion();
			tell("bundle." + name, state(bundle));
			tell("bouncycastle." + name, providers(bundle, "org.bouncycastle."));
		}
	}

	private static String providers(Bundle bundle, String packages) {
		BundleWiring wiring = bundle.adapt(BundleWiring.class);
		if (wiring == null) {
			return "";
		}
		return wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
				.filter(wire -> wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE).toString()
						.startsWith(packages))
				.map(wire -> wire.getProvider().getSymbolicName() + "_" + wire.getProvider().getVersion())
				.distinct().sorted().collect(Collectors.joining(" "));
	}

	void tell(String name, String value) {
		seen.setProperty(name, value);
	}

	/** In one step, so that who waits for the file never reads half of it. */
	void close() {
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		try (Writer writer = Files.newBufferedWriter(unfinished)) {
			seen.store(writer, null);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		move(unfinished);
	}

	private void move(Path unfinished) {
		try {
			Files.move(unfinished, file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String state(Bundle bundle) {
		return switch (bundle.getState()) {
		case Bundle.INSTALLED -> "INSTALLED";
		case Bundle.RESOLVED -> "RESOLVED";
		case Bundle.STARTING -> "STARTING";
		case Bundle.ACTIVE -> "ACTIVE";
		default -> "STATE " + bundle.getState();
		};
	}
}
