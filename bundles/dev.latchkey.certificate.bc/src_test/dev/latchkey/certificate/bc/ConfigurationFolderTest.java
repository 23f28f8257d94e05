package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class ConfigurationFolderTest {

	private static final Path HOME = Path.of("home", "user").toAbsolutePath();

	private static Path find(String os, String chosen, Map<String, String> environment) {
		Properties system = new Properties();
		system.setProperty("user.home", HOME.toString());
		system.setProperty("os.name", os);
		return ConfigurationFolder.find(chosen, environment, system);
	}

	@Test
	void followsTheRulesOfEachSystem() {
		assertEquals(HOME.resolve(".config/latchkey"), find("Linux", null, Map.of()));
		assertEquals(HOME.resolve("Library/Application Support/Latchkey"), find("Mac OS X", null, Map.of()));
		assertEquals(HOME.resolve("AppData/Roaming/Latchkey"), find("Windows 11", null, Map.of()));
	}

	@Test
	void followsTheEnvironment() {
		Path other = Path.of("elsewhere").toAbsolutePath();
		assertEquals(other.resolve("latchkey"), find("Linux", null, Map.of("XDG_CONFIG_HOME", other.toString())));
		assertEquals(other.resolve("Latchkey"), find("Windows 11", null, Map.of("APPDATA", other.toString())));
	}

	@Test
	void ignoresRelativePathsInTheEnvironment() {
		assertEquals(HOME.resolve(".config/latchkey"), find("Linux", null, Map.of("XDG_CONFIG_HOME", "here")));
		assertEquals(HOME.resolve(".config/latchkey"), find("Linux", null, Map.of("XDG_CONFIG_HOME", "")));
	}

	@Test
	void takesTheChosenFolder() {
		assertEquals(Path.of("chosen").toAbsolutePath(), find("Linux", "chosen", Map.of()));
		assertEquals(HOME.resolve(".config/latchkey"), find("Linux", " ", Map.of()));
	}
}
