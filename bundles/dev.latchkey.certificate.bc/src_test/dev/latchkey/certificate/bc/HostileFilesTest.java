package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are damaged in thousands of ways, read by {@link FuzzRun}. Some thousand with random numbers from 1, unless
 * told otherwise by {@code fuzz.minutes} and {@code fuzz.seed}, as tests/fuzz/run does.
 */
class HostileFilesTest {

	private static final String FILES = "3000";

	/** What the reader may take is 64 MB; what the classes and seeds take is the rest. */
	private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmn8m", "-Xmx88m",
			"-XX:+ExitOnOutOfMemoryError");

	@TempDir
	Path workshop;

	/** Not a temporary folder: offending files are to be looked at. */
	private final Path folder = Path.of("target", "fuzz").toAbsolutePath();

	@Test
	@Timeout(value = 1, unit = TimeUnit.DAYS)
	void breakNoPromise() throws Exception {
		String minutes = System.getProperty("fuzz.minutes", "0");
		String seed = System.getProperty("fuzz.seed", "1");
		clear();
		FuzzSeeds.make(workshop, Files.createDirectories(folder.resolve("seeds")));
		String count = minutes.equals("0") ? FILES : "0";
		Process process = JavaProcess.of(JavaProcess.own(), SMALL, FuzzRun.class, folder.toString(), seed, count, minutes)
				.redirectOutput(folder.resolve("report").toFile()).start();
		int status = process.waitFor();
		String report = Files.readString(folder.resolve("report"));
		say(report);
		if (status > 1) {
			Files.move(folder.resolve(FuzzRun.CURRENT), folder.resolve("fatal"), StandardCopyOption.REPLACE_EXISTING);
		}
		assertEquals(0, status, () -> report + "The files are in " + folder);
		assertForgotten(folder.resolve(FuzzRun.HEAP));
	}

	private static void assertForgotten(Path heap) throws IOException {
		// byte by byte the same as a string
		String dump = new String(Files.readAllBytes(heap), StandardCharsets.ISO_8859_1);
		assertTrue(dump.contains(FuzzSeeds.class.getPackageName().replace('.', '/')), "this is the memory of the reader");
		for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE,
				StandardCharsets.UTF_16LE)) {
			String trace = new String(FuzzSeeds.PASSWORD.getBytes(charset), StandardCharsets.ISO_8859_1);
			assertFalse(dump.contains(trace), () -> "the password is still in memory as " + charset);
		}
		Files.delete(heap);
	}

	private static void say(String report) {
		new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
	}

	private void clear() throws IOException {
		if (Files.exists(folder)) {
			try (var old = Files.walk(folder)) {
				for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(each);
				}
			}
		}
	}
}
