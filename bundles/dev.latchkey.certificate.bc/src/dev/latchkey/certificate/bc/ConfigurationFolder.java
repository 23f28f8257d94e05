package dev.latchkey.certificate.bc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where a user's configuration lies on this operating system. */
final class ConfigurationFolder {

	/** System or framework property that names another folder, for portable installations and tests. */
	static final String PROPERTY = "dev.latchkey.certificate.folder"; //$NON-NLS-1$

	private ConfigurationFolder() {
	}

	/** @param chosen value of {@link #PROPERTY}, null for the usual place */
	static Path find(String chosen, Map<String, String> environment, Properties system) {
		if (chosen != null && !chosen.isBlank()) {
			return Path.of(chosen).toAbsolutePath();
		}
		Path home = Path.of(system.getProperty("user.home")); //$NON-NLS-1$
		String os = system.getProperty("os.name").toLowerCase(Locale.ROOT); //$NON-NLS-1$
		if (os.startsWith("windows")) { //$NON-NLS-1$
			return absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Latchkey"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		if (os.startsWith("mac")) { //$NON-NLS-1$
			return home.resolve("Library/Application Support/Latchkey"); //$NON-NLS-1$
		}
		return absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("latchkey"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** The XDG specification asks to ignore relative paths. */
	private static Path absolute(String chosen, Path usual) {
		return chosen != null && Path.of(chosen).isAbsolute() ? Path.of(chosen) : usual;
	}
}
