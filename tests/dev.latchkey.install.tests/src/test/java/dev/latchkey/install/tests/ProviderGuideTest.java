package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for authors of providers, done as it is written, with the repository and the workbench of this build. */
class ProviderGuideTest {

	private static final Path EXAMPLE = Project.root().resolve("tests/com.example.vault");
	/** What a folder of the example has for this build and not for its readers. */
	private static final String FOR_THIS_BUILD = "build\\.properties|(\\.|target|bin).*";
	private static final int MINUTES = 8;

	@TempDir
	private static Path folder;
	private static Guide guide;
	private static Installation console;
	private static String said;
	private static Properties seen;

	@BeforeAll
	static void doAsItIsWritten() throws Exception {
		guide = Guide.read(Project.root().resolve("docs/provider-guide.md"));
		console = Installation.copy(Project.workbench(), folder.resolve("console"));
		Path report = folder.resolve("report.properties");
		Map<String, String> looking = Map.of("latchkey.probe.report", report.toString(), "latchkey.probe.command",
				"dev.latchkey.ui.connect", "latchkey.probe.provider", "com.example.vault");
		said = run(guide.script("export JAVA_TOOL_OPTIONS='" + console.options(looking, Project.probe()).stream()
				.map(option -> "\"" + option + "\"").collect(Collectors.joining(" ")) + "'\n"));
		seen = new Properties();
		try (Reader reader = Files.newBufferedReader(report)) {
			seen.load(reader);
		}
	}

	private static String run(String script) throws IOException, InterruptedException {
		Path author = Files.createDirectories(folder.resolve("author"));
		Path file = Files.writeString(folder.resolve("guide.sh"), script);
		Path output = folder.resolve("output.txt");
		ProcessBuilder builder = new ProcessBuilder("sh", file.toString()).directory(author.toFile())
				.redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().putAll(Map.of("LATCHKEY", Project.repository().toString(), "ECLIPSE", console.folder().toString(),
				"VAULT_ADDR", "http://127.0.0.1:" + freePort()));
		builder.environment().merge("PATH", Path.of(System.getProperty("java.home"), "bin") + ":", (old, java) -> java + old);
		Process process = builder.start();
		boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
		if (!ended) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly().waitFor();
		}
		String text = Files.readString(output);
		assertTrue(ended && process.exitValue() == 0, text);
		return text;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Test
	void everyBlockIsAFileOrRuns() {
		assertEquals(List.of("text"), guide.blocks().stream().filter(block -> !block.isFile() && !block.isCommands())
				.map(Guide.Block::language).toList(), "only where the reader says what he has");
		assertTrue(guide.commands().size() >= 5, guide::toString);
	}

	@Test
	void itsFilesAreTheExample() throws IOException {
		for (Guide.Block file : guide.files()) {
			assertEquals(Files.readString(EXAMPLE.resolve(file.path())), file.text(), file.path());
		}
		Set<String> missing = Project.find(EXAMPLE, ".*").stream().filter(Files::isRegularFile).map(EXAMPLE::relativize)
				.map(path -> path.toString().replace('\\', '/')).filter(path -> !path.matches(FOR_THIS_BUILD))
				.collect(Collectors.toCollection(TreeSet::new));
		guide.files().forEach(file -> missing.remove(file.path()));
		assertEquals(Set.of(), missing);
	}

	@Test
	void itsProviderKeepsTheContract() {
		assertTrue(said.matches("(?s).*\\[ +1[0-9] tests successful +\\].*\\[ +0 tests failed +\\].*"), said);
	}

	@Test
	void itsBundleIsInstalled() throws IOException {
		assertTrue(console.bundles().containsAll(List.of("com.example.vault", "dev.latchkey.ui")), () -> said);
	}

	@Test
	void latchkeyListsItsCertificatesAndTheySign() {
		assertEquals("true", seen.getProperty("provider.there"), said);
		assertEquals("Example Vault", seen.getProperty("provider.name"));
		assertEquals("signs", seen.getProperty("provider.entry.CN=Vault One"));
		assertEquals("signs", seen.getProperty("provider.entry.CN=Vault Two"));
	}

	@Test
	void theWizardShowsItsCertificates() {
		List<String> rows = seen.getProperty("store.rows", "").lines().toList();
		assertEquals(2, rows.size(), rows::toString);
		assertTrue(rows.get(0).startsWith("Vault One|") && rows.get(0).endsWith("|Example Vault"), rows::toString);
		assertEquals("enabled", seen.getProperty("store.finish"), "the selected one can't be chosen");
	}

	@Test
	void theContractCanBeInstalledToo() throws Exception {
		console.install(Project.repository(), "dev.latchkey.sdk.feature.feature.group");
		assertTrue(console.bundles().containsAll(List.of("dev.latchkey.certificate.tck", "junit-jupiter-engine")));
		// sources are no bundles of a running workbench
		Project.one(console.folder().resolve("plugins"), "dev\\.latchkey\\.certificate\\.source_.*\\.jar");
	}
}
