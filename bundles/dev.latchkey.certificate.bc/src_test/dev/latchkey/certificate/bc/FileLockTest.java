package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;

/** Threads of this console and another console want the same lock. */
@Timeout(60)
class FileLockTest {

	private static final Duration LONG = Duration.ofMinutes(1);

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void choose() {
		file = folder.resolve("certificates.lock");
	}

	private String anotherConsole() throws Exception {
		return JavaProcess.output(JavaProcess.of(JavaProcess.own(), List.of(), LockTrial.class, file.toString()));
	}

	@Test
	void aThreadThatGivesUpLetsNoOtherConsoleIn() throws Exception {
		try (FileLock held = new FileLock(file, Duration.ZERO, Cancellation.NEVER)) {
			CompletableFuture.runAsync(() -> {
				assertThrows(FileLock.BusyException.class, () -> take(Duration.ZERO, Cancellation.NEVER));
				assertThrows(CancellationException.class, () -> take(LONG, () -> true));
				Thread.currentThread().interrupt();
				assertThrows(CancellationException.class, () -> take(LONG, Cancellation.NEVER));
				assertTrue(Thread.interrupted());
			}).join();
			assertEquals("busy", anotherConsole());
		}
		assertEquals("free", anotherConsole());
	}

	private void take(Duration limit, Cancellation cancellation) throws IOException {
		new FileLock(file, limit, cancellation).close();
	}

	@Test
	void aFileHasOneLockByWhicheverWayItIsReached() throws Exception {
		Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
		try (FileLock held = new FileLock(file, Duration.ZERO, Cancellation.NEVER)) {
			file = link.resolve(file.getFileName());
			assertThrows(FileLock.BusyException.class, () -> take(Duration.ZERO, Cancellation.NEVER));
			assertEquals("busy", anotherConsole());
		}
	}
}
