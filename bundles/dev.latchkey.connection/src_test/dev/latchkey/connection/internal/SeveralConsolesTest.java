package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionChange.Kind;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.ConnectionService.Subscription;

/** Two consoles on one configuration: here another instance of the service, where it matters another process. */
@Timeout(120)
class SeveralConsolesTest {

	private static final int TIMES = 25;

	@TempDir
	private Path folder;

	@Test
	void nobodysChangeIsLost() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		List<UUID> ids = List.of(saved(service, "0"), saved(service, "0"), saved(service, "0"));
		List<Process> others = List.of(counting(TIMES, ids), counting(TIMES, ids));
		List<CompletableFuture<Void>> threads = IntStream.range(0, 2)
				.mapToObj(i -> CompletableFuture.runAsync(() -> count(service, ids))).toList();

		for (Process other : others) {
			assertEquals("", output(other));
			assertEquals(0, other.waitFor());
		}
		threads.forEach(CompletableFuture::join);
		for (UUID id : ids) {
			Connection connection = service.find(id).orElseThrow();
			assertEquals(Integer.toString(4 * TIMES), connection.name());
			assertEquals(4 * TIMES + 1, connection.revision());
		}
	}

	@Test
	void whatWasRemovedStaysRemovedWhoeverIsChangingIt() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		UUID id = saved(service, "0");
		try (Heard heard = new Heard(service)) {
			Process other = counting(Integer.MAX_VALUE, List.of(id));
			assertEquals(Kind.CHANGED, heard.next().kind());
			service.remove(id);

			assertEquals("NOT_FOUND", output(other));
			assertEquals(List.of(), service.list());
		}
	}

	@Test
	void savingWhatSomebodyRemovedIsRefused() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection mine = service.find(saved(service, "Contoso")).orElseThrow();
		new FileConnectionService(folder).remove(mine.id());

		assertEquals(Reason.NOT_FOUND, reason(() -> service.save(mine.named("Mine"))));
		assertEquals(List.of(), service.list());
	}

	@Test
	void savingOverSomebodysChangeIsRefused() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection mine = service.find(saved(service, "Contoso")).orElseThrow();
		Connection theirs = new FileConnectionService(folder).save(mine.named("Theirs"));

		assertEquals(Reason.CHANGED_ELSEWHERE, reason(() -> service.save(mine.named("Mine"))));
		assertEquals(List.of(theirs), service.list());
	}

	@Test
	void aConsoleThatHangsWhileWritingIsTold() throws Exception {
		FileConnectionService service = new FileConnectionService(folder, Duration.ofMillis(50));
		UUID id = saved(service, "Contoso");
		Process other = ConsoleProcess.start(LockingConsole.class, folder.toString());
		assertEquals('l', other.getInputStream().read());

		assertEquals(Reason.BUSY, reason(() -> service.remove(id)));
		assertEquals(Reason.BUSY, reason(() -> service.update(id, connection -> connection.named("Mine"))));
		assertEquals(1, service.list().size(), "reading needs no lock");

		other.destroyForcibly().waitFor();
		assertEquals("Mine", service.update(id, connection -> connection.named("Mine")).name());
	}

	@Test
	void waitingForAHangingConsoleCanBeInterrupted() throws Exception {
		FileConnectionService service = new FileConnectionService(folder, Duration.ofDays(1));
		UUID id = saved(service, "Contoso");
		try (FolderLock lock = new FolderLock(folder, Duration.ZERO)) {
			Thread.currentThread().interrupt();
			assertEquals(Reason.BUSY, reason(() -> service.remove(id)));
			assertTrue(Thread.interrupted());
		}
	}

	@Test
	void changesOfAnotherConsoleAreTold() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		UUID id = saved(service, "0");
		try (Heard heard = new Heard(service)) {
			counting(TIMES, List.of(id)).waitFor();
			long revision = 1;
			while (revision < TIMES + 1) {
				Connection connection = heard.next().connection().orElseThrow();
				assertTrue(connection.revision() > revision, "in order and once");
				revision = connection.revision();
			}
			new FileConnectionService(folder).remove(id);
			assertEquals(new ConnectionChange(Kind.REMOVED, id, Optional.empty()), heard.next());
			UUID added = saved(new FileConnectionService(folder), "Fabrikam");
			assertEquals(Kind.ADDED, heard.next().kind());
			assertEquals(added, service.list().get(0).id());
		}
	}

	@Test
	void ownChangesAreToldOnceAlthoughTheWatchSeesThemToo() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		UUID id = saved(service, "0");
		try (Heard heard = new Heard(service)) {
			CountingConsole.count(service, TIMES, List.of(id));
			saved(new FileConnectionService(folder), "the end");

			List<Long> revisions = new ArrayList<>();
			ConnectionChange change = heard.next();
			while (change.id().equals(id)) {
				revisions.add(change.connection().orElseThrow().revision());
				change = heard.next();
			}
			assertEquals(IntStream.rangeClosed(2, TIMES + 1).mapToObj(Long::valueOf).toList(), revisions);
		}
	}

	@Test
	void whatReadingFindsIsToldToo() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		service.list();
		UUID id = saved(new FileConnectionService(folder), "Contoso");
		List<ConnectionChange> announced = new ArrayList<>();
		service.addAnnouncer(announced::add);
		service.list();
		service.list();

		assertEquals(List.of(id), announced.stream().map(ConnectionChange::id).toList());
		assertFalse(watched(), "an announcer alone costs no watch");
	}

	@Test
	void theWatchOutlivesItsFolder() throws Exception {
		Path below = folder.resolve("configuration/area");
		FileConnectionService service = new FileConnectionService(below);
		try (Heard heard = new Heard(service)) {
			UUID id = saved(new FileConnectionService(below), "Contoso");
			assertEquals(id, heard.next().id());
			new FileConnectionService(below).remove(id);
			assertEquals(Kind.REMOVED, heard.next().kind());
			Files.delete(below.resolve(FolderLock.NAME));
			Files.delete(below);
			UUID again = saved(new FileConnectionService(below), "Fabrikam");
			assertEquals(again, heard.next().id());
		}
	}

	@Test
	void nothingWatchesUnlessSomebodyListens() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		saved(service, "Contoso");
		assertFalse(watched());
		Subscription first = service.onChange(change -> {
		});
		Subscription second = service.onChange(change -> {
		});
		first.close();
		first.close();
		assertTrue(watched());
		second.close();
		awaitNoWatch();

		service.onChange(change -> {
		});
		assertTrue(watched());
		service.deactivate();
		awaitNoWatch();
	}

	private boolean watched() {
		return threads().stream().anyMatch(Thread::isAlive);
	}

	private void awaitNoWatch() throws InterruptedException {
		for (Thread thread : threads()) {
			thread.join();
		}
	}

	private List<Thread> threads() {
		return Thread.getAllStackTraces().keySet().stream()
				.filter(thread -> thread.getName().equals("Latchkey watches " + folder)).toList();
	}

	private static UUID saved(FileConnectionService service, String name) throws ConnectionException {
		return service.save(FileConnectionServiceTest.connection(name, Optional.empty())).id();
	}

	private Process counting(int times, List<UUID> ids) throws IOException {
		List<String> arguments = new ArrayList<>(List.of(folder.toString(), Integer.toString(times)));
		ids.forEach(id -> arguments.add(id.toString()));
		return ConsoleProcess.start(CountingConsole.class, arguments.toArray(String[]::new));
	}

	private static void count(FileConnectionService service, List<UUID> ids) {
		try {
			CountingConsole.count(service, TIMES, ids);
		} catch (ConnectionException e) {
			throw new UncheckedIOException(new IOException(e));
		}
	}

	private static String output(Process process) throws IOException {
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
	}

	private static Reason reason(org.junit.jupiter.api.function.Executable executable) {
		return assertThrows(ConnectionException.class, executable).reason();
	}

	/** What a listener hears, from a moment on at which it knows all there is. */
	private static final class Heard implements AutoCloseable {

		private final BlockingQueue<ConnectionChange> changes = new LinkedBlockingQueue<>();
		private final Subscription subscription;

		Heard(FileConnectionService service) throws ConnectionException {
			subscription = service.onChange(changes::add);
			service.list();
		}

		ConnectionChange next() throws InterruptedException {
			ConnectionChange change = changes.poll(60, TimeUnit.SECONDS);
			assertNotNull(change, "nothing was told");
			return change;
		}

		@Override
		public void close() {
			subscription.close();
		}
	}
}
