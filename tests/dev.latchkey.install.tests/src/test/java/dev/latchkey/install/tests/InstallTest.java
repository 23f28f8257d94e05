package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** p2 installs the feature into a workbench that is not ours, and the wizard opens there. */
class InstallTest {

	private static final String FEATURE = "dev.latchkey.feature.feature.group";
	private static final String TOKENS = "dev.latchkey.pkcs11.feature.feature.group";
	private static final String TOKENS_BUNDLE = "dev.latchkey.certificate.pkcs11";
	private static final String COMMAND = "dev.latchkey.ui.connect";

	@TempDir
	private static Path folder;
	private static List<String> before;
	private static List<String> after;
	private static List<String> withTokens;
	private static Properties seen;
	private static LoadedClasses loaded;
	private static String said;

	@BeforeAll
	static void installAndOpen() throws Exception {
		Installation console = Installation.copy(Project.workbench(), folder.resolve("console"));
		before = console.bundles();
		console.install(Project.repository(), FEATURE);
		after = console.bundles();
		console.install(Project.repository(), TOKENS);
		withTokens = console.bundles();
		Path report = folder.resolve("report.properties");
		Path classes = folder.resolve("classes.txt");
		said = console.open(Map.of("latchkey.probe.report", report.toString(), "latchkey.probe.command", COMMAND),
				Project.probe(), List.of("-Xlog:class+load:file=" + classes));
		seen = new Properties();
		try (Reader reader = Files.newBufferedReader(report)) {
			seen.load(reader);
		}
		loaded = LoadedClasses.read(classes, "dev.latchkey.install.probe.CommandUse");
	}

	@Test
	void theWorkbenchHadNothingOfOurs() {
		assertEquals(List.of(), before.stream().filter(name -> name.startsWith("dev.latchkey")).toList());
	}

	@Test
	void everyBundleOfTheRepositoryIsInstalled() {
		Set<String> ours = Project.bundles().stream().map(jar -> jar.getFileName().toString().replaceFirst("_.*", ""))
				.collect(Collectors.toSet());
		assertTrue(ours.size() >= 8, ours::toString);
		assertTrue(ours.remove(TOKENS_BUNDLE), "the repository has it");
		assertEquals(Set.of(), ours.stream().filter(name -> !after.contains(name)).collect(Collectors.toSet()));
	}

	@Test
	void tokensAreAddedToItForWhoWantsThem() {
		assertFalse(after.contains(TOKENS_BUNDLE));
		assertTrue(withTokens.contains(TOKENS_BUNDLE));
		assertTrue(withTokens.contains("com.sun.jna"));
		assertEquals(List.of(), after.stream().filter(name -> !withTokens.contains(name)).toList());
	}

	@Test
	void theWorkbenchKeepsWhatItHad() {
		assertEquals(List.of(), before.stream().filter(name -> !after.contains(name)).toList());
	}

	@Test
	void everyBundleResolves() {
		Set<Object> unresolved = seen.entrySet().stream().filter(entry -> entry.getValue().equals("INSTALLED"))
				.map(Map.Entry::getKey).collect(Collectors.toSet());
		assertEquals(Set.of(), unresolved);
	}

	@Test
	void theWorkbenchReportsNoErrorOfOurs() {
		assertEquals(List.of(), said.lines().filter(line -> line.startsWith("!ENTRY dev.latchkey")
				|| line.startsWith("!ENTRY org.apache.felix.scr") || line.contains("BundleException")).toList(), said);
	}

	/** The workbench brings an older Bouncy Castle for p2: neither may be given to the other's user in parts. */
	@Test
	void eachUserOfBouncyCastleSeesOneSet() {
		List<String> users = seen.stringPropertyNames().stream().filter(name -> name.startsWith("bouncycastle.")).toList();
		for (String user : users) {
			List<String> providers = List.of(seen.getProperty(user).split(" "));
			for (String part : List.of("bcprov", "bcutil", "bcpkix", "bcpg")) {
				assertTrue(providers.stream().filter(name -> name.startsWith(part + "_")).count() <= 1, user + providers);
			}
		}
		assertFalse(seen.getProperty(users.stream().filter(name -> name.contains("dev.latchkey.certificate.bc_")).findFirst()
				.orElseThrow()).isEmpty());
	}

	@Test
	void theCommandIsThereAndOpensTheWizard() {
		assertEquals("true", seen.getProperty("command.defined"), seen::toString);
		assertEquals("true", seen.getProperty("command.enabled"), seen::toString);
		assertEquals("Connect Microsoft 365 Organization", seen.getProperty("dialog.title"), seen::toString);
	}

	/**
	 * An unused Latchkey costs a console its entries in the registry, one class that waits until the console is up, and one that
	 * the toolbar's button asks whether it is enabled.
	 */
	@Test
	void nothingHeavyIsLoadedBeforeTheCommandIsUsed() {
		for (String bundle : List.of("dev.latchkey.connection", "dev.latchkey.registration",
				"dev.latchkey.vendor.microsoft", "bcpkix")) {
			assertEquals(List.of(), loaded.before(bundle), bundle);
		}
		assertEquals(List.of(), loaded.before("dev.latchkey.ui").stream()
				.filter(line -> !line.contains("dev.latchkey.ui.internal.expiry.ExpiryJob "))
				.filter(line -> !line.contains("dev.latchkey.ui.internal.ConnectHandler ")).toList());
		assertFalse(loaded.after("dev.latchkey.ui").isEmpty(), "the record of loaded classes is of no use");
	}
}
