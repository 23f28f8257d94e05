package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.ProfileCatalog;

/** Profiles of vendors, as docs/permission-profiles.md leads to them. */
class ProfilesTest {

	private final BundleContext context = FrameworkUtil.getBundle(ProfilesTest.class).getBundleContext();
	private final ProfileCatalog catalog = Services.get(ProfileCatalog.class);

	@AfterEach
	void noSettings() {
		Services.settings(this, Map.of());
	}

	private List<String> ids() {
		return catalog.profiles().stream().map(PermissionProfile::id).toList();
	}

	private static Path file(String name) {
		return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
				.map(folder -> folder.resolve(name)).filter(Files::exists).findFirst().orElseThrow();
	}

	private static String block(String language) throws IOException {
		Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
				.matcher(Files.readString(file("docs/permission-profiles.md")));
		assertTrue(block.find());
		return block.group(1);
	}

	@Test
	void latchkeysOwnAreThereFromTheBeginningAndDocumented() throws IOException {
		assertEquals(List.of("dev.latchkey.backup", "dev.latchkey.backup.restore", "dev.latchkey.backup.posts",
				"dev.latchkey.backup.ews", "dev.latchkey.backup.ews.restore"), ids());
		assertEquals(List.of(), catalog.problems());
		String documentation = Files.readString(file("docs/permission-profiles.md"));
		ids().forEach(id -> assertTrue(documentation.contains("| `" + id + "` |"), id));
	}

	@Test
	void theServiceOfTheDocumentationReplacesLatchkeysOwnAsLongAsItIsThere() throws IOException {
		Hashtable<String, Object> properties = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 7));
		ServiceRegistration<PermissionProfile> registration = context.registerService(PermissionProfile.class,
				new ArchiveProfile(), properties);
		assertEquals(List.of("com.example.archive"), ids());
		registration.unregister();
		assertEquals("dev.latchkey.backup", ids().get(0));

		String source = Files.readString(file("src/dev/latchkey/registration/graph/tests/ArchiveProfile.java"));
		assertEquals(block("java"), source.substring(source.indexOf("/**")));
	}

	@Test
	void theFileOfTheDocumentationReplacesLatchkeysOwn(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("archive.json"), block("json"));
		Services.settings(this, Map.of(ProfileCatalog.PROFILE_FILES, file + "\n" + folder.resolve("missing.json")));

		assertEquals(List.of("example.archive.reader"), ids());
		assertTrue(catalog.find("dev.latchkey.backup").isPresent());
		assertEquals(Optional.empty(), catalog.find("example.missing"));
		assertEquals(1, catalog.problems().size());
		assertFalse(catalog.problems().get(0).contains("No message"), catalog.problems()::toString);
	}
}
