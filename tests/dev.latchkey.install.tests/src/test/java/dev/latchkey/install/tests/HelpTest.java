package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

/** F1, book and cheat sheet as somebody meets them in a console that has the platform's help. */
class HelpTest {

	@TempDir
	private static Path folder;
	private static Properties seen;
	private static String said;

	@BeforeAll
	static void installAndLook() throws Exception {
		Installation console = Installation.copy(Project.workbenchWithHelp(), folder.resolve("console"));
		console.install(Project.repository(), "dev.latchkey.feature.feature.group");
		Path report = folder.resolve("report.properties");
		said = console.open(Map.of("latchkey.probe.report", report.toString(), "latchkey.probe.help",
				String.join(",", HelpBookTest.contexts("contexts.xml"))), Project.probe(), Installation.SHORT);
		seen = new Properties();
		try (Reader reader = Files.newBufferedReader(report)) {
			seen.load(reader);
		}
	}

	@Test
	void f1ShowsTheHelpOfTheView() {
		assertEquals("Microsoft 365 Organizations", seen("f1.view"));
	}

	@Test
	void f1ShowsTheHelpOfTheWizardsPageBesideIt() {
		assertEquals("Organization", seen("f1.wizard"));
	}

	@Test
	void everyContextHasTopics() throws IOException {
		for (String context : HelpBookTest.contexts("contexts.xml")) {
			assertTrue(!List.of("", "none").contains(seen("context." + context)), context);
		}
	}

	@Test
	void theBookIsInTheContents() {
		assertTrue(seen("contents").contains("Latchkey: Microsoft 365"), seen::toString);
		assertEquals("200", seen("page./help/index.jsp"));
	}

	@Test
	void everyPageIsServedWithAllThatItShows() throws IOException {
		Map<String, String> pages = seen.stringPropertyNames().stream().filter(name -> name.contains("/dev.latchkey.help/"))
				.collect(Collectors.toMap(name -> name.replaceFirst(".*/dev\\.latchkey\\.help/", ""), seen::getProperty));
		assertEquals(Set.of("200"), Set.copyOf(pages.values()), pages::toString);
		assertTrue(pages.keySet().containsAll(HelpBookTest.pages()), pages::toString);
		assertTrue(pages.containsKey("html/book.css"), pages::toString);
		assertEquals("null", seen("book.failure"));
	}

	@Test
	void pagesAreServedInGerman() {
		assertEquals("Organisation verbinden", seen("german.getting-started.html"));
	}

	@Test
	void theCheatSheetIsGoneThroughToItsEnd() {
		assertEquals("Connect Microsoft 365 Organization", seen("cheatsheet.dialog"));
		assertEquals("Microsoft 365 Organizations", seen("cheatsheet.end"));
	}

	@Test
	void theConsoleReportsNoErrorOfOurs() {
		assertEquals(List.of(), said.lines().filter(line -> line.matches("!(ENTRY|MESSAGE) .*(dev\\.latchkey|org\\.eclipse\\.help|cheatsheets).*"))
				.toList(), said);
	}

	private static String seen(String name) {
		String value = seen.getProperty(name);
		assertNotNull(value, () -> name + " is missing in " + seen);
		return value;
	}
}
