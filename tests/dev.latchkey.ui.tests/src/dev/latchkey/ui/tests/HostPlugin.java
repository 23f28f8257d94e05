package dev.latchkey.ui.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/** A plugin of a console that is not ours, which has nothing but extensions; in the workbench until it is closed. */
final class HostPlugin implements AutoCloseable {

	private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```xml\n(.*?)^```$");

	private final WidgetDriver driver;
	private final Bundle bundle;

	private HostPlugin(WidgetDriver driver, Bundle bundle) {
		this.driver = driver;
		this.bundle = bundle;
	}

	static HostPlugin install(WidgetDriver driver, String extensions) {
		BundleContext context = FrameworkUtil.getBundle(HostPlugin.class).getBundleContext();
		try {
			Bundle bundle = context.installBundle("host", new ByteArrayInputStream(jar("<plugin>\n" + extensions + "</plugin>\n")));
			if (!context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(bundle))) {
				throw new IllegalStateException("The plugin of the host is not resolved");
			}
			driver.settle();
			return new HostPlugin(driver, bundle);
		} catch (BundleException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The examples in a section of the page for hosts. */
	static String examples(String heading) throws IOException {
		Path file = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent).limit(6)
				.map(each -> each.resolve("docs/host.md")).filter(Files::exists).findFirst().orElseThrow();
		String text = Files.readString(file);
		String section = text.substring(text.indexOf("# " + heading + "\n") + 1);
		return EXAMPLE.matcher(section.replaceFirst("(?s)\n#.*", "\n")).results().map(found -> found.group(1))
				.collect(Collectors.joining());
	}

	private static byte[] jar(String plugin) {
		Manifest manifest = new Manifest();
		Attributes headers = manifest.getMainAttributes();
		headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		headers.putValue("Bundle-ManifestVersion", "2");
		headers.putValue("Bundle-SymbolicName", "com.example.console;singleton:=true");
		headers.putValue("Bundle-Version", "1.0.0");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
			jar.putNextEntry(new ZipEntry("plugin.xml"));
			jar.write(plugin.getBytes(StandardCharsets.UTF_8));
			jar.closeEntry();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	@Override
	public void close() {
		try {
			bundle.uninstall();
		} catch (BundleException e) {
			throw new IllegalStateException(e);
		}
		driver.settle();
	}
}
