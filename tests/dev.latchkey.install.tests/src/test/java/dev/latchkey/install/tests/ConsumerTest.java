package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** A plugin that is not ours uses a connection: the README's example, installed by p2 into a workbench that is not ours. */
class ConsumerTest {

	private static final Path EXAMPLE = Project.root().resolve("tests/com.example.directory");

	@TempDir
	private Path folder;

	@Test
	void aPluginThatP2InstallsNextToOursReadsUsersThroughAConnection() throws Exception {
		Installation console = Installation.copy(Project.workbench(), folder.resolve("console"));
		console.install(Project.repository(), "dev.latchkey.feature.feature.group");
		Path plugins = Files.createDirectories(folder.resolve("build/plugins"));
		Files.copy(Project.one(EXAMPLE.resolve("target"), "com\\.example\\.directory-[0-9.]+\\.jar"),
				plugins.resolve("com.example.directory_1.0.0.jar"));
		console.publish(plugins.getParent(), folder.resolve("repository"));
		console.install(folder.resolve("repository"), "com.example.directory");
		try (SimulatedTenant tenant = SimulatedTenant
				.start(TenantOptions.defaults().withAutoSignIn().withChanges("{\"pageSize\":2}"))) {
			connect(console, tenant);
			tenant.forgetExchanges();
			Path customization = Files.writeString(folder.resolve("customization.ini"),
					"dev.latchkey.registration/cloudFiles=" + tenant.cloudFile().toString().replace("\\", "\\\\") + "\n");
			Path classes = folder.resolve("classes.txt");
			String said = console.run(List.of("-Xlog:class+load:file=" + classes), "com.example.directory.users", customization);
			for (String name : List.of("admin", "roles", "apps", "user")) {
				assertTrue(said.contains("Contoso: " + name + "@contoso.example"), said);
			}
			assertFalse(said.contains("!ENTRY dev.latchkey"), said);
			assertEquals(2, tenant.exchanges().stream().filter(each -> each.uri().getPath().endsWith("/users")).count(), said);
			assertLazy(LoadedClasses.read(classes, "com.example.directory.UsersApplication"));
		}
	}

	/** A console that has us and a user of ours pays for a connection when it is used, and then for what a token takes. */
	private static void assertLazy(LoadedClasses loaded) {
		for (String bundle : List.of("dev.latchkey.connection", "dev.latchkey.registration", "dev.latchkey.registration.graph",
				"dev.latchkey.vendor.microsoft", "dev.latchkey.certificate.bc", "bcprov", "bcpkix")) {
			assertEquals(List.of(), loaded.before(bundle), bundle);
		}
		assertFalse(loaded.after("dev.latchkey.connection").isEmpty(), "the record of loaded classes is of no use");
		for (String bundle : List.of("dev.latchkey.ui", "dev.latchkey.cli", "org.eclipse.swt")) {
			assertEquals(List.of(), loaded.after(bundle), bundle);
		}
		assertEquals(List.of(), loaded.after("dev.latchkey.vendor.microsoft").stream()
				.filter(line -> line.contains(" com.microsoft.graph.") || line.contains(" com.microsoft.kiota.")).toList());
	}

	private void connect(Installation console, SimulatedTenant tenant) throws Exception {
		Latchkey latchkey = new Latchkey(console, Files.createDirectory(folder.resolve("work")));
		Latchkey.Run made = latchkey.run("certificate", "generate", "--name", "Backup", "--key-size", "2048", "--json");
		assertEquals(0, made.exit(), made.err());
		var entry = JsonParser.parseString(made.out()).getAsJsonObject().getAsJsonArray("entries").get(0).getAsJsonObject();
		Latchkey.Run connected = latchkey.run("connect", "--yes", "--services", "sharepoint", "--domain",
				tenant.scenario().domain(), "--application", tenant.scenario().applicationId(), "--cloud",
				tenant.cloudFile().toString(), "--certificate",
				entry.get("provider").getAsString() + ':' + entry.get("sha256").getAsString());
		assertEquals(0, connected.exit(), connected.err() + connected.out());
	}

	@Test
	void theReadmeShowsItsSource() throws IOException {
		String readme = Files.readString(Project.root().resolve("README.md"));
		String section = readme.substring(readme.indexOf("## Use a connection from another plugin"));
		section = section.substring(0, section.indexOf("\n## ", 1));
		List<String> shown = Pattern.compile("(?m)^```java\n(.*?)^```$", Pattern.DOTALL).matcher(section).results()
				.map((MatchResult block) -> block.group(1)).toList();
		assertFalse(shown.isEmpty());
		String source = Files.readString(EXAMPLE.resolve("src/com/example/directory/Users.java"));
		shown.forEach(block -> assertTrue(source.contains(block), () -> "Not in the example: " + block));
		assertTrue(section.contains(Files.readAllLines(EXAMPLE.resolve("META-INF/MANIFEST.MF")).stream()
				.filter(line -> line.contains("dev.latchkey.connection;")).findFirst().orElseThrow().strip().replaceFirst(",$", "")));
	}
}
