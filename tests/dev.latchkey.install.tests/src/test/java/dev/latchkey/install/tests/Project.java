package dev.latchkey.install.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build has left what users install, and what this test uses. */
final class Project {

	private static final Path ROOT = Path.of(System.getProperty("latchkey.root"));

	private Project() {
	}

	static Path root() {
		return ROOT;
	}

	static Path repository() {
		return ROOT.resolve("releng/dev.latchkey.repository/target/repository");
	}

	/** The plain workbench of this machine, which has no help. */
	static Path workbench() {
		return product("dev.latchkey.console");
	}

	/** The same with the platform's help and cheat sheets. */
	static Path workbenchWithHelp() {
		return product("dev.latchkey.console.help");
	}

	private static Path product(String name) {
		return one(ROOT.resolve("releng/dev.latchkey.console/target/products").resolve(name), "plugins").getParent();
	}

	static Path probe() {
		return one(ROOT.resolve("tests/dev.latchkey.install.probe/target"), "dev\\.latchkey\\.install\\.probe-.*\\.jar");
	}

	/** The jars of ours in the repository, without what it has for developers. */
	static List<Path> bundles() {
		return find(repository().resolve("plugins"), "dev\\.latchkey\\..*\\.jar").stream()
				.filter(jar -> Files.isDirectory(ROOT.resolve("bundles").resolve(name(jar)))).toList();
	}

	/** The symbolic name of a bundle in a repository. */
	static String name(Path jar) {
		return jar.getFileName().toString().replaceFirst("_.*", "");
	}

	static Path one(Path folder, String name) {
		List<Path> found = find(folder, name);
		if (found.size() != 1) {
			throw new IllegalStateException("One " + name + " is expected in " + folder + ": " + found);
		}
		return found.get(0);
	}

	static List<Path> find(Path folder, String name) {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter(path -> path.getFileName().toString().matches(name)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
