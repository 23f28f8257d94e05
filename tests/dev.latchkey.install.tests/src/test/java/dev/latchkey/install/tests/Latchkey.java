package dev.latchkey.install.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The command line of an installation, each time as a program of its own that has no display. */
final class Latchkey {

	private static final int MINUTES = 3;

	private final Installation installation;
	private final Path folder;
	private final List<String> said = new CopyOnWriteArrayList<>();

	/** How a run ended. */
	record Run(int exit, String out, String err) {
	}

	/** @param folder the working directory; what is kept lies beside it */
	Latchkey(Installation installation, Path folder) {
		this.installation = installation;
		this.folder = folder;
	}

	Run run(String... arguments) throws IOException, InterruptedException {
		return run(List.of(), "", arguments);
	}

	/** @param input what comes on standard input */
	Run run(List<String> jvm, String input, String... arguments) throws IOException, InterruptedException {
		Path out = Files.createTempFile(folder.getParent(), "out", ".txt");
		Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command(jvm, arguments)).directory(folder.toFile()).redirectOutput(out.toFile())
				.redirectError(err.toFile());
		builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
		Process process = builder.start();
		try (var stdin = process.getOutputStream()) {
			stdin.write(input.getBytes(StandardCharsets.UTF_8));
		}
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly().waitFor();
			throw new IOException("no end: " + Files.readString(out) + Files.readString(err));
		}
		Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
		said.add(run.out() + run.err());
		return run;
	}

	private List<String> command(List<String> jvm, String... arguments) {
		List<String> options = new ArrayList<>(jvm);
		options.add("-Ddev.latchkey.certificate.folder=" + folder.resolveSibling("certificates"));
		List<String> command = installation.command(options);
		command.addAll(List.of("-application", "dev.latchkey.cli.latchkey", "-data", "@none", "-eclipse.keyring",
				folder.resolveSibling("secure_storage").toString()));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Everything that any run has printed. */
	List<String> said() {
		return said;
	}
}
