package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help book as it is in the repository: whatever leads somewhere arrives. */
class HelpBookTest {

	private static final BundleJar BOOK = Project.bundles().stream().map(BundleJar::read)
			.filter(bundle -> bundle.name().equals("dev.latchkey.help")).findFirst().orElseThrow();
	private static final int USUAL_SIZE = 160_000;
	private static final String GERMAN = "nl/de/";
	private static final Pattern LINK = Pattern.compile("(?:href|src|topic)=\"([^\"]*)\"");
	private static final Pattern CONTEXT = Pattern.compile("<context id=\"([^\"]*)\"");
	/** A page of a wizard is its own topic, by its name; whatever else has help names its topic. */
	private static final Pattern TOPIC = Pattern.compile("Help\\.(?:on|show)\\([^;\"]*\"([^\"]+)\"|\\bsuper\\(\"([^\"]+)\"");

	@ParameterizedTest
	@ValueSource(strings = { "toc.xml", "index.xml", "contexts.xml", "cheatsheets/connect.xml" })
	void everyAddressIsAPageOfTheBook(String file) throws IOException {
		Set<String> addresses = addresses(text(file));
		assertTrue(addresses.size() > 3, addresses::toString);
		for (String address : addresses) {
			assertArrives(file, address.replaceFirst("^/dev\\.latchkey\\.help/", ""));
			assertArrives(GERMAN + file, address.replaceFirst("^/dev\\.latchkey\\.help/", ""));
		}
		assertEquals(addresses, addresses(text(GERMAN + file)), "the German one leads elsewhere");
	}

	@Test
	void linksOfPagesArrive() throws IOException {
		for (String page : pages()) {
			assertLinksArrive(page, page);
			assertLinksArrive(GERMAN + page, page);
		}
	}

	private static void assertLinksArrive(String file, String page) throws IOException {
		for (String address : addresses(text(file))) {
			if (address.endsWith(".css")) {
				assertTrue(BOOK.entries().contains("html/" + address), address);
			} else if (!address.startsWith("http")) {
				assertArrives(file, address.startsWith("#") ? page + address : "html/" + address);
			}
		}
	}

	@Test
	void everyPageIsThereInGerman() {
		assertEquals(pages(), BOOK.entries().stream().filter(entry -> entry.matches(GERMAN + "html/.*\\.html"))
				.map(entry -> entry.substring(GERMAN.length())).collect(Collectors.toSet()));
	}

	@Test
	void everyPageIsInTheContents() throws IOException {
		assertEquals(pages(), addresses(text("toc.xml")).stream().map(address -> address.replaceFirst("#.*", "")).collect(Collectors.toSet()));
	}

	@Test
	void everyPageOfTheInterfaceHasHelpAndNothingElseHas() throws IOException {
		Set<String> used = new TreeSet<>();
		for (Path source : Project.find(Project.root().resolve("bundles/dev.latchkey.ui/src"), ".*\\.java")) {
			String code = Files.readString(source);
			if (code.matches("(?s).*extends (ConnectionPage|FormPage|WizardPage|TaskPage)\\b.*") || code.contains("Help.")) {
				TOPIC.matcher(code).results().forEach(use -> used.add(use.group(1) == null ? use.group(2) : use.group(1)));
			}
		}
		assertTrue(used.contains("organization") && used.contains("preferences"), used::toString);
		assertEquals(used, contexts("contexts.xml"));
		assertEquals(used, contexts("nl/de/contexts.xml"));
	}

	@Test
	void theBookIsSmall() throws IOException {
		assertTrue(Files.size(BOOK.file()) < USUAL_SIZE, BOOK.file() + " has " + Files.size(BOOK.file()) + " bytes");
	}

	/** Where the platform takes somebody who reads that file. */
	private static void assertArrives(String from, String address) throws IOException {
		String page = (from.startsWith(GERMAN) ? GERMAN : "") + address.replaceFirst("#.*", "");
		assertTrue(BOOK.entries().contains(page), from + " leads to " + address);
		if (address.contains("#")) {
			assertTrue(text(page).contains(" id=\"" + address.replaceFirst(".*#", "") + "\""), from + " leads to " + address);
		}
	}

	static Set<String> pages() {
		return BOOK.entries().stream().filter(entry -> entry.matches("html/.*\\.html")).collect(Collectors.toSet());
	}

	static Set<String> contexts(String file) throws IOException {
		return CONTEXT.matcher(text(file)).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> addresses(String text) {
		Set<String> addresses = new TreeSet<>();
		Matcher links = LINK.matcher(text);
		while (links.find()) {
			addresses.add(links.group(1));
		}
		return addresses;
	}

	private static String text(String entry) throws IOException {
		try (JarFile jar = new JarFile(BOOK.file().toFile())) {
			return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
