package dev.latchkey.ui.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Latchkey in another language, for as long as this is open: the texts of classes are exchanged, and texts that are read by the
 * default locale follow that. The workbench itself stays English, and so do names from plugin.xml.
 */
final class Language implements AutoCloseable {

	static final String GERMAN = "de";
	/** The platform's tag for a pseudo-locale; its texts are made of the English ones, and users never get them. */
	static final String PSEUDO = "en-XA";

	private static final Locale ENGLISH = Locale.getDefault();
	private static volatile Map<String, String> spoken = Map.of();

	private final String tag;

	private Language(String tag) {
		this.tag = tag;
	}

	static Language use(String tag) {
		Language language = new Language(tag);
		Map<String, String> translated = new HashMap<>();
		for (Bundle bundle : bundles()) {
			for (String file : files(bundle, "messages.properties")) {
				Properties english = read(bundle, file).orElseThrow();
				Properties texts = language.texts(bundle, file);
				english.forEach((key, text) -> translated.put(WidgetDriver.plain((String) text),
						WidgetDriver.plain(texts.getProperty((String) key))));
				exchange(bundle, file, texts);
			}
		}
		if (tag.equals(PSEUDO)) {
			PseudoFragment.attach(bundles());
		}
		Locale.setDefault(Locale.forLanguageTag(tag));
		spoken = translated;
		return language;
	}

	/** That English text in the language of now. */
	static String say(String english) {
		return spoken.getOrDefault(english, english);
	}

	private Properties texts(Bundle bundle, String file) {
		if (!tag.equals(PSEUDO)) {
			return read(bundle, file.replace(".properties", '_' + tag + ".properties")).orElseThrow();
		}
		return pseudo(read(bundle, file).orElseThrow());
	}

	static Properties pseudo(Properties english) {
		Properties texts = new Properties();
		english.forEach((key, text) -> texts.setProperty((String) key, Pseudo.of((String) text)));
		return texts;
	}

	private static void exchange(Bundle bundle, String file, Properties texts) {
		try {
			Class<?> messages = bundle.loadClass(file.replace("messages.properties", "Messages").replace('/', '.'));
			for (String key : texts.stringPropertyNames()) {
				var field = messages.getDeclaredField(key);
				field.setAccessible(true);
				field.set(null, texts.getProperty(key));
			}
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static List<Bundle> bundles() {
		return Arrays.stream(FrameworkUtil.getBundle(Language.class).getBundleContext().getBundles())
				.filter(bundle -> bundle.getSymbolicName().startsWith("dev.latchkey.")
						&& bundle.getHeaders().get("Fragment-Host") == null && bundle.adapt(BundleWiring.class) != null)
				.filter(bundle -> !bundle.getSymbolicName().matches(".*\\.(tests|tck|tenant|microsoft)")).toList();
	}

	/** The bundle's own files of that name, as its classes see them. */
	static Collection<String> files(Bundle bundle, String name) {
		return bundle.adapt(BundleWiring.class).listResources("/", name,
				BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
	}

	static Optional<Properties> read(Bundle bundle, String file) {
		URL url = bundle.adapt(BundleWiring.class).getClassLoader().getResource(file);
		if (url == null) {
			return Optional.empty();
		}
		Properties texts = new Properties();
		try (InputStream in = url.openStream(); var reader = new InputStreamReader(in, StandardCharsets.ISO_8859_1)) {
			texts.load(reader);
			return Optional.of(texts);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		for (Bundle bundle : bundles()) {
			files(bundle, "messages.properties").forEach(file -> exchange(bundle, file, read(bundle, file).orElseThrow()));
		}
		Locale.setDefault(ENGLISH);
		spoken = Map.of();
	}
}
