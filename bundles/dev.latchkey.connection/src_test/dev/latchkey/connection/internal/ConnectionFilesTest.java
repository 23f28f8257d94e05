package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;

/** What others do with the files of connections: damage, edit, copy, write with later versions. */
class ConnectionFilesTest {

	@TempDir
	private Path folder;

	@Test
	void damagedFilesAreSetAsideAndTold() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection good = service.save(connection("Good", Optional.empty()));
		Files.writeString(folder.resolve("a.json"), "{\"schema\":1,\"id\":\"no id\"");
		Files.write(folder.resolve("b.json"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
		Files.writeString(folder.resolve("c.json"), "[]");
		Files.writeString(folder.resolve("d.json"), "");
		Files.writeString(folder.resolve("e.json"), " ".repeat(2 << 20));
		for (String name : List.of("a.json", "b.json", "c.json", "d.json", "e.json")) {
			age(folder.resolve(name), Duration.ofMinutes(1));
		}

		assertEquals(List.of(good), service.list());
		assertTrue(names().containsAll(
				List.of("a.json.damaged", "b.json.damaged", "c.json.damaged", "d.json.damaged", "e.json.damaged")),
				names().toString());
		assertEquals(5, service.problems().size());
		assertTrue(service.problems().get(0).contains("a.json.damaged"), service.problems().get(0));
	}

	@Test
	void aSecondDamagedFileDoesNotReplaceTheFirst() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		for (int i = 0; i < 3; i++) {
			age(Files.writeString(folder.resolve("a.json"), "damage " + i), Duration.ofMinutes(1));
			assertEquals(List.of(), service.list());
		}
		assertEquals("damage 0", Files.readString(folder.resolve("a.json.damaged")));
		assertEquals("damage 2", Files.readString(folder.resolve("a.json.damaged-3")));
	}

	@Test
	void filesOfLaterVersionsStayAsTheyAre() throws Exception {
		String later = "{\"schema\":3,\"what\":\"else\"}";
		Files.writeString(folder.resolve("later.json"), later);
		FileConnectionService service = new FileConnectionService(folder);

		assertEquals(List.of(), service.list());
		assertEquals(later, Files.readString(folder.resolve("later.json")));
		assertEquals(1, service.problems().size());
	}

	@Test
	void unknownMembersDoNotHurt() throws Exception {
		Connection connection = connection("Contoso", Optional.empty());
		String text = new ConnectionJson().write(connection).replaceFirst("\\{", "{\"added\":[1],");
		Files.writeString(folder.resolve(connection.id() + ".json"), text);

		assertEquals(List.of(connection), new FileConnectionService(folder).list());
	}

	@Test
	void aFileThatSomebodyIsWritingIsNotSetAside() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Path file = folder.resolve(connection.id() + ".json");
		String text = Files.readString(file);
		Files.writeString(file, text.substring(0, 100));
		age(file, Duration.ofHours(-1));

		assertEquals(List.of(), service.list());
		assertEquals(1, service.problems().size());
		Files.writeString(file, text);
		assertEquals(List.of(connection), service.list());
		assertEquals(List.of(), service.problems());
	}

	@Test
	void aFileThatSomebodyIsWritingIsNotSavedOver() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Path file = folder.resolve(connection.id() + ".json");
		String half = Files.readString(file).substring(0, 100);
		Files.writeString(file, half);
		age(file, Duration.ofHours(-1));
		for (Executable change : List.<Executable>of(() -> service.save(connection.named("Fabrikam")),
				() -> service.update(connection.id(), same -> same.named("Fabrikam")), () -> service.remove(connection.id()))) {
			assertEquals(ConnectionException.Reason.CHANGED_ELSEWHERE, assertThrows(ConnectionException.class, change).reason());
			assertEquals(half, Files.readString(file));
		}

		age(file, Duration.ofMinutes(1));
		assertEquals(ConnectionException.Reason.NOT_FOUND,
				assertThrows(ConnectionException.class, () -> service.save(connection.named("Fabrikam"))).reason());
		assertEquals(List.of(file.getFileName() + ".damaged"), names());
	}

	@Test
	void whatAnEditorMakesOfAFileIsRead() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Path file = folder.resolve(connection.id() + ".json");
		Files.writeString(file, "\ufeff" + Files.readString(file).replace("\n", "\r\n"));

		assertEquals(List.of(connection), service.list());
		assertEquals(List.of(), service.problems());
	}

	@Test
	void aCopyUnderAnotherNameIsNoSecondConnection() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Files.copy(folder.resolve(connection.id() + ".json"), folder.resolve("copy.json"));

		assertEquals(List.of(connection), service.list());
		assertTrue(service.problems().get(0).contains("copy.json"), service.problems().toString());
		assertEquals(2, names().size());
	}

	@Test
	void oneFileThatCanNotBeReadCostsTheOthersNothing() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection good = service.save(connection("Good", Optional.empty()));
		Files.createDirectory(folder.resolve(UUID.randomUUID() + ".json"));

		assertEquals(List.of(good), service.list());
		assertEquals(1, service.problems().size());
	}

	@Test
	void filesAreReadAgainOnlyWhenTheyChanged() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Path file = folder.resolve(connection.id() + ".json");
		age(file, Duration.ofHours(1));
		FileTime time = Files.getLastModifiedTime(file);
		assertSame(service.list().get(0), service.list().get(0));

		Files.writeString(file, Files.readString(file).replace("Contoso", "Fabrikam"));
		Files.setLastModifiedTime(file, time);
		assertEquals("Fabrikam", service.find(connection.id()).orElseThrow().name(), "by its size");
	}

	@Test
	void aFileThatHasJustChangedIsReadAgainAlthoughItLooksTheSame() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Connection connection = service.save(connection("Contoso", Optional.empty()));
		Path file = folder.resolve(connection.id() + ".json");
		age(file, Duration.ofHours(-1));
		FileTime time = Files.getLastModifiedTime(file);
		service.list();

		Files.writeString(file, Files.readString(file).replace("Contoso", "Tescono"));
		Files.setLastModifiedTime(file, time);
		assertEquals("Tescono", service.list().get(0).name());
		assertEquals("Tescono", service.find(connection.id()).orElseThrow().name());
	}

	@Test
	void whatAKilledConsoleLeftIsSweptAwayTheNextDay() throws Exception {
		FileConnectionService service = new FileConnectionService(folder);
		Path old = Files.createFile(folder.resolve("1.json123.tmp"));
		Path fresh = Files.createFile(folder.resolve("2.json123.tmp"));
		Path foreign = Files.createFile(folder.resolve("notes.txt"));
		age(old, Duration.ofHours(25));
		age(foreign, Duration.ofHours(25));
		service.list();

		assertFalse(Files.exists(old));
		assertTrue(Files.exists(fresh));
		assertTrue(Files.exists(foreign));
	}

	/** Moves the file's time into the past. */
	private static void age(Path file, Duration age) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
	}

	private List<String> names() throws IOException {
		return FileConnectionServiceTest.names(folder);
	}

	private static Connection connection(String name, Optional<String> account) {
		return FileConnectionServiceTest.connection(name, account);
	}
}
