package dev.latchkey.install.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the plain workbench in a folder of its own, started as a program of its own. */
final class Installation {

	/** For a start that ends soon: half of its work would be to compile code as well as it can be. */
	static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1");

	private static final int MINUTES = 3;

	private final Path folder;

	private Installation(Path folder) {
		this.folder = folder;
	}

	static Installation copy(Path workbench, Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(workbench)) {
			for (Path path : paths.toList()) {
				Files.copy(path, folder.resolve(workbench.relativize(path).toString()));
			}
		}
		return new Installation(folder);
	}

	Path folder() {
		return folder;
	}

	/** The names of the bundles that this installation starts with. */
	List<String> bundles() throws IOException {
		try (Stream<String> lines = Files.lines(
				folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"))) {
			return lines.filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf(','))).toList();
		}
	}

	/** Installs with the director of the workbench itself, as a user would. Answers what the director said. */
	String install(Path repository, String unit) throws IOException, InterruptedException {
		return run(SHORT, List.of("-application", "org.eclipse.equinox.p2.director", "-consoleLog",
				"-repository", repository.toUri().toString(), "-installIU", unit));
	}

	/** Makes a repository of a folder of bundles, as the author of a plugin would. */
	void publish(Path bundles, Path repository) throws IOException, InterruptedException {
		run(SHORT, List.of("-application", "org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher", "-consoleLog",
				"-source", bundles.toString(), "-metadataRepository", repository.toUri().toString(), "-artifactRepository",
				repository.toUri().toString(), "-publishArtifacts", "-compress"));
	}

	/** Runs an application without a workbench. Answers what it said. */
	String run(List<String> jvm, String application, Path customization) throws IOException, InterruptedException {
		List<String> options = new ArrayList<>(jvm);
		options.add("-Ddev.latchkey.certificate.folder=" + folder.resolveSibling("certificates"));
		return run(options,
				List.of("-application", application, "-consoleLog", "-data", "@none", "-pluginCustomization",
						customization.toString(), "-eclipse.keyring", folder.resolveSibling("secure_storage").toString()));
	}

	/** Opens the workbench with the probe beside what is installed, and waits until the probe has closed it. */
	String open(Map<String, String> properties, Path probe, List<String> jvm) throws IOException, InterruptedException {
		List<String> options = new ArrayList<>(jvm);
		options.addAll(options(properties, probe));
		if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
			options.add("-XstartOnFirstThread");
		}
		return run(options, List.of("-data", folder.resolveSibling("workspace").toString(), "-consoleLog",
				"-eclipse.keyring", folder.resolveSibling("secure_storage").toString()));
	}

	/** Starts the workbench as a user does, and leaves it running. */
	Process start(List<String> arguments, Map<String, String> environment) throws IOException {
		List<String> command = command(List.of("-Ddev.latchkey.certificate.folder=" + folder.resolveSibling("certificates"),
				"-Duser.home=" + folder.resolveSibling("home")));
		command.addAll(List.of("-data", folder.resolveSibling("workspace").toString(), "-consoleLog", "-eclipse.keyring",
				folder.resolveSibling("secure_storage").toString()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(folder.resolveSibling("console.txt").toFile());
		builder.environment().putAll(environment);
		return builder.start();
	}

	/** What makes the JVM of a start of this workbench open it with the probe. */
	List<String> options(Map<String, String> properties, Path probe) {
		List<String> options = new ArrayList<>();
		// The probe is in this start only, not in the installation.
		options.add("-Dorg.eclipse.equinox.simpleconfigurator.exclusiveInstallation=false");
		options.add("-Dosgi.bundles=reference:" + bundle("org.eclipse.equinox.simpleconfigurator_.*\\.jar").toUri()
				+ "@1:start,reference:" + probe.toUri() + "@4");
		// What belongs to the person who builds stays untouched.
		options.add("-Ddev.latchkey.certificate.folder=" + folder.resolveSibling("certificates"));
		options.add("-Duser.home=" + folder.resolveSibling("home"));
		properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
		return options;
	}

	private Path bundle(String name) {
		return Project.one(folder.resolve("plugins"), name);
	}

	/** What starts this installation, up to the platform's own options. */
	List<String> command(List<String> jvm) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Duser.language=en");
		command.addAll(jvm);
		command.add("-jar");
		command.add(bundle("org\\.eclipse\\.equinox\\.launcher_.*\\.jar").toString());
		command.add("-nosplash");
		return command;
	}

	private String run(List<String> jvm, List<String> arguments) throws IOException, InterruptedException {
		List<String> command = command(jvm);
		command.addAll(arguments);
		Path said = Files.createTempFile(folder.getParent(), "output", ".txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
		if (!ended) {
			process.destroyForcibly().waitFor();
		}
		String output = Files.readString(said);
		if (!ended || process.exitValue() != 0) {
			throw new IOException((ended ? "exit value " + process.exitValue() : "no end") + ": " + output);
		}
		return output;
	}
}
