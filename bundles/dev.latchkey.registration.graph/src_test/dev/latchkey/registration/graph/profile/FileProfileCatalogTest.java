package dev.latchkey.registration.graph.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Service;

class FileProfileCatalogTest {

	@TempDir
	Path folder;

	private final List<String> files = new ArrayList<>();
	private final FileProfileCatalog catalog = new FileProfileCatalog(() -> String.join("\n", files),
			new OnlyMicrosoft());

	private Path write(String name, String id) throws IOException {
		Path file = Files.writeString(folder.resolve(name), "{\"id\": \"" + id
				+ "\", \"name\": \"N\",\n \"vendor\": \"V\", \"permissions\": [], \"directoryRoles\": []}");
		files.add(file.toString());
		return file;
	}

	private PermissionProfile register(String id, int ranking, long serviceId) {
		PermissionProfile profile = new Named(id);
		catalog.addProfile(profile, properties(ranking, serviceId));
		return profile;
	}

	private static Map<String, Object> properties(int ranking, long serviceId) {
		return Map.of("service.ranking", ranking, "service.id", serviceId);
	}

	private List<String> ids() {
		return catalog.profiles().stream().map(PermissionProfile::id).toList();
	}

	@Test
	void latchkeysOwnAreThereWhenNobodyBringsAnyOther() {
		register("dev.latchkey.second", -1001, 1);
		register("dev.latchkey.first", -1000, 2);

		assertEquals(List.of("dev.latchkey.first", "dev.latchkey.second"), ids());
	}

	@Test
	void anybodysReplacesLatchkeysOwnWhichCanStillBeFound() throws IOException {
		PermissionProfile own = register("dev.latchkey.first", -1000, 1);
		register("com.example.second", 0, 2);
		register("com.example.first", 5, 3);
		write("a.json", "example.file");

		assertEquals(List.of("example.file", "com.example.first", "com.example.second"), ids());
		assertSame(own, catalog.find("dev.latchkey.first").orElseThrow());
		assertEquals(Optional.empty(), catalog.find("dev.latchkey.missing"));
	}

	@Test
	void servicesComeGoAndChangeTheirRank() {
		register("dev.latchkey.own", -1000, 1);
		PermissionProfile one = register("com.example.one", 1, 2);
		PermissionProfile two = register("com.example.two", 2, 3);
		assertEquals(List.of("com.example.two", "com.example.one"), ids());

		catalog.updatedProfile(one, properties(3, 2));
		assertEquals(List.of("com.example.one", "com.example.two"), ids());

		catalog.removeProfile(one, properties(3, 2));
		catalog.removeProfile(two, properties(2, 3));
		assertEquals(List.of("dev.latchkey.own"), ids());
	}

	@Test
	void aStrangerThatThrowsDoesNotDisturbTheOthers() {
		register("com.example.good", 0, 1);
		catalog.addProfile(new Throwing(), properties(9, 2));
		register("", 9, 3);

		assertEquals(List.of("com.example.good"), ids());
		assertEquals(2, catalog.problems().size());
		assertTrue(catalog.problems().get(0).contains(Throwing.class.getName()), catalog.problems()::toString);
	}

	@Test
	void theFirstOfTheSameIdCountsAndTheOtherIsTold() throws IOException {
		write("a.json", "com.example.same");
		register("com.example.same", 0, 1);

		assertEquals("N", catalog.find("com.example.same").orElseThrow().name());
		assertEquals(1, ids().size());
		assertTrue(catalog.problems().get(0).contains("com.example.same"), catalog.problems()::toString);
	}

	@Test
	void aDamagedFileIsLeftOutAndToldWithItsLine() throws IOException {
		Files.writeString(write("a.json", "example.bad"), "{\n \"id\": \"example.bad\",\n \"nmae\": \"N\"}");
		write("b.json", "example.good");

		assertEquals(List.of("example.good"), ids());
		String problem = catalog.problems().get(0);
		assertTrue(problem.contains("a.json, line 3, column 2: \"nmae\"") && problem.endsWith("try again."), problem);
		assertEquals(1, catalog.problems().size());
	}

	@Test
	void filesAreReadAnew() throws IOException {
		Path file = write("a.json", "example.before");
		assertEquals(List.of("example.before"), ids());
		Files.writeString(file, Files.readString(file).replace("before", "after"));

		assertEquals(List.of("example.after"), ids());
	}

	@Test
	void whatIsNoFileOfTextIsToldAsAWhole() throws IOException {
		Path binary = Files.write(folder.resolve("binary"), new byte[] { (byte) 0xC3, 0x28 });
		Path large = Files.writeString(folder.resolve("large"), " ".repeat(256 * 1024 + 1));
		for (Path file : List.of(folder, folder.resolve("missing"), binary, large)) {
			RegistrationException e = assertThrows(RegistrationException.class, () -> catalog.read(file));
			assertEquals(Reason.PROFILE_INVALID, e.reason());
			assertTrue(e.getLocalizedMessage().contains(" can't be used: the file "), e.getLocalizedMessage());
			files.add(file.toString());
		}
		files.add("\0");
		assertEquals(files.size(), catalog.problems().size());
	}

	@Test
	void aByteOrderMarkDoesNotMatter() throws Exception {
		Path file = write("a.json", "example.x");
		Files.writeString(file, '\uFEFF' + Files.readString(file), StandardCharsets.UTF_8);

		assertEquals("example.x", catalog.read(file).id());
		assertFalse(ids().isEmpty());
	}

	private static final class OnlyMicrosoft implements CloudCatalog {

		@Override
		public List<Cloud> clouds() {
			return MicrosoftClouds.ALL;
		}

		@Override
		public Cloud read(Path file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<String> problems() {
			return List.of();
		}
	}

	private record Named(String id) implements PermissionProfile {

		@Override
		public String name() {
			return "Named";
		}

		@Override
		public String vendor() {
			return "Example";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of();
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}

	/** A class of its is missing, for example. */
	private static final class Throwing implements PermissionProfile {

		@Override
		public String id() {
			return "com.example.throwing";
		}

		@Override
		public String name() {
			return "Throwing";
		}

		@Override
		public String vendor() {
			return "Example";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			throw new NoClassDefFoundError("com/example/Missing");
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of();
		}
	}
}
