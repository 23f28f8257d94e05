package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionChange;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.Proof;
import dev.latchkey.connection.ConnectionService.Subscription;
import dev.latchkey.registration.Service;

class FileConnectionServiceTest {

	@TempDir
	private Path folder;

	@Test
	void whatIsSavedIsThereForTheNextConsole() throws Exception {
		Connection zebra = new FileConnectionService(folder)
				.save(connection("Zebra GmbH", Optional.of("änne@zebra.example")));
		Connection apple = new FileConnectionService(folder).save(connection("apple", Optional.empty()));

		assertEquals(List.of(apple, zebra), new FileConnectionService(folder).list());
		assertEquals(Optional.of(zebra), new FileConnectionService(folder).find(zebra.id()));
	}

	@Test
	void savingAgainReplaces() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection first = service.save(connection("Contoso", Optional.empty()));
		Connection second = service.save(first.named("Contoso Ltd"));

		assertEquals(List.of(second), service.list());
		assertEquals(1, names(folder).size(), "no temporary files are left");
	}

	@Test
	void removingIsFinalAndRepeatable() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = connection("Contoso", Optional.empty());
		service.save(connection);
		service.remove(connection.id());
		service.remove(connection.id());

		assertEquals(List.of(), service.list());
		assertEquals(List.of(), names(folder));
	}

	@Test
	void listenersHearOfEachChangeUntilTheyLeave() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		AtomicInteger heard = new AtomicInteger();
		Consumer<ConnectionChange> listener = change -> heard.incrementAndGet();
		Connection connection = connection("Contoso", Optional.empty());
		try (Subscription first = service.onChange(listener)) {
			try (Subscription second = service.onChange(listener)) {
				service.save(connection);
				assertEquals(2, heard.get());
				second.close();
			}
			service.remove(connection.id());
			assertEquals(3, heard.get());
		}
		service.save(connection);
		assertEquals(3, heard.get());
	}

	@Test
	void aPlaceThatCanNotBeWrittenIsToldWithItsName() throws Exception {
		Path file = Files.createFile(folder.resolve("file"));
		FileConnectionService service = new FileConnectionService(file.resolve("below"));
		ConnectionException e = assertThrows(ConnectionException.class,
				() -> service.save(connection("Contoso", Optional.empty())));

		assertEquals(ConnectionException.Reason.NOT_WRITABLE, e.reason());
		assertTrue(e.getLocalizedMessage().contains(file.toString()), e.getLocalizedMessage());
	}

	@Test
	void aConsoleKilledWhileWritingRestartsWithWholeConnections() throws Exception {
		Connection connection = connection("Contoso", Optional.empty());
		new FileConnectionService(folder).save(connection);
		for (int round = 0; round < 3; round++) {
			Process writer = ConsoleProcess.start(EndlessWriter.class, folder.toString(), connection.id().toString());
			try (InputStream output = writer.getInputStream()) {
				assertEquals('w', output.read());
			}
			writer.destroyForcibly().waitFor();

			List<Connection> survivors = new FileConnectionService(folder).list();
			assertEquals(1, survivors.size());
			assertTrue(survivors.get(0).name().startsWith("Contoso"), survivors.get(0).name());
			assertFalse(names(folder).stream().anyMatch(name -> name.contains("damaged")), names(folder).toString());
		}
	}

	@Test
	void filesHaveNoSecretsAndAreForPeople() throws Exception {
		Connection connection = connection("Contoso", Optional.of("admin@contoso.example"));
		new FileConnectionService(folder).save(connection);
		Path file = folder.resolve(connection.id() + ".json");

		assertTrue(Files.readString(file).contains("\"name\": \"Contoso\""));
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
	}

	@Test
	void aListenerThatThrowsCostsTheOthersNothing() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		AtomicInteger heard = new AtomicInteger();
		try (Subscription first = service.onChange(change -> {
			throw new AssertionError("on purpose");
		}); Subscription second = service.onChange(change -> heard.incrementAndGet())) {
			service.remove(service.save(connection("Contoso", Optional.empty())).id());
		}
		assertEquals(2, heard.get());
	}

	@Test
	void aListenerMayChangeConnectionsAndHearsOfItLater() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		List<String> heard = new ArrayList<>();
		try (Subscription subscription = service.onChange(change -> {
			change.connection().filter(connection -> connection.revision() == 1)
					.ifPresent(connection -> rename(service, connection));
			heard.add(change.connection().orElseThrow().name());
		})) {
			service.save(connection("Contoso", Optional.empty()));
		}
		assertEquals(List.of("Contoso", "Fabrikam"), heard);
	}

	@Test
	void changingNothingIsNoChange() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		AtomicInteger heard = new AtomicInteger();
		try (Subscription subscription = service.onChange(change -> heard.incrementAndGet())) {
			assertEquals(connection, service.update(connection.id(), same -> same));
			service.remove(UUID.randomUUID());
		}
		assertEquals(0, heard.get());
	}

	@Test
	void anInterruptedThreadStillSaves() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Thread.currentThread().interrupt();
		try {
			service.save(connection.named("Fabrikam"));
		} finally {
			assertTrue(Thread.interrupted());
		}
		assertEquals("Fabrikam", service.list().get(0).name());
	}

	private static void rename(FileConnectionService service, Connection connection) {
		try {
			service.update(connection.id(), same -> same.named("Fabrikam"));
		} catch (ConnectionException e) {
			throw new IllegalStateException(e);
		}
	}

	static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString())
					.filter(name -> !name.endsWith(".tmp") && !name.equals(FolderLock.NAME)).sorted().toList();
		}
	}

	static Connection connection(String name, Optional<String> account) {
		return new Connection(UUID.randomUUID(), 0, name, "global", "11111111-2222-3333-4444-555555555555",
				"contoso.example", account, "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
				Optional.empty(), new CertificateReference("keystore", "AB".repeat(32)), Instant.parse("2027-01-01T00:00:00Z"),
				List.of(), Set.of(Service.EXCHANGE, Service.SHAREPOINT), "dev.latchkey.backup",
				new Proof(Connection.State.CONNECTED, Optional.of(Instant.parse("2026-11-23T10:00:00Z")), Set.of(),
						Optional.empty()));
	}
}
