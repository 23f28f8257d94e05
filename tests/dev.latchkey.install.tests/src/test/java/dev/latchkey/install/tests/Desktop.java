package dev.latchkey.install.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A display of its own with a keyboard and a bus for accessibility, apart from the one that somebody works at. */
final class Desktop implements AutoCloseable {

	private static final Path ACCESSIBILITY = Path.of("/usr/share/dbus-1/services/org.a11y.Bus.service");
	private static final List<String> PROGRAMS = List.of("Xvfb", "dbus-daemon", "xdotool");

	private final List<Process> processes = new ArrayList<>();
	private final Path folder;
	private final String display;
	private final String bus;

	/** @param folder an empty one, for what the desktop keeps */
	Desktop(Path folder) throws IOException {
		this.folder = folder;
		display = ":" + firstLine("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp");
		bus = firstLine("dbus-daemon", "--session", "--nofork", "--print-address=1");
	}

	/** What this machine lacks for it; empty when all is there. */
	static Optional<String> missing() {
		if (!System.getProperty("os.name").equals("Linux")) {
			return Optional.of("AT-SPI is what Linux desktops have");
		}
		List<String> missing = new ArrayList<>(PROGRAMS.stream().filter(program -> !isThere(program)).toList());
		if (!Files.exists(ACCESSIBILITY)) {
			missing.add("at-spi2-core");
		}
		return missing.isEmpty() ? Optional.empty() : Optional.of("missing on this machine: " + String.join(", ", missing));
	}

	private static boolean isThere(String program) {
		return List.of(System.getenv("PATH").split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
	}

	private String firstLine(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolve(command[0] + ".txt").toFile());
		builder.environment().putAll(environment());
		Process process = builder.start();
		processes.add(process);
		BufferedReader out = process.inputReader();
		return Optional.ofNullable(out.readLine()).orElseThrow(() -> new IOException(command[0] + " does not start"));
	}

	/** What a program needs to be on this desktop. */
	Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>(Map.of("GDK_BACKEND", "x11", "XDG_RUNTIME_DIR", folder.toString(), "HOME",
				folder.toString(), "NO_AT_BRIDGE", "0"));
		Optional.ofNullable(display).ifPresent(name -> environment.put("DISPLAY", name));
		Optional.ofNullable(bus).ifPresent(address -> environment.put("DBUS_SESSION_BUS_ADDRESS", address));
		return environment;
	}

	String bus() {
		return bus;
	}

	/** Presses keys one after another, as X calls them, with modifiers: {@code alt+n}, {@code Tab}. */
	void press(String... keys) {
		List<String> command = new ArrayList<>(List.of("xdotool", "key"));
		command.addAll(List.of(keys));
		run(command);
	}

	/** Types a text. */
	void type(String text) {
		run(List.of("xdotool", "type", "--delay", "2", text));
	}

	/** Gives the keyboard to the window that is left, as window managers do when a dialog is closed. */
	void returnKeyboard() {
		run(List.of("xdotool", "search", "--onlyvisible", "--limit", "1", "--name", ".", "windowfocus"));
	}

	private void run(List<String> command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
			builder.environment().putAll(environment());
			if (builder.start().waitFor() != 0) {
				throw new IllegalStateException("failed: " + command);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Ends after this desktop; the last first. */
	void add(Process process) {
		processes.add(process);
	}

	@Override
	public void close() throws InterruptedException {
		for (int index = processes.size() - 1; index >= 0; index--) {
			Process process = processes.get(index);
			process.destroy();
			if (!process.waitFor(20, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
	}
}
