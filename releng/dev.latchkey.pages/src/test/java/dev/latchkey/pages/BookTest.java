package dev.latchkey.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of Markdown in a help book. */
class BookTest {

	@TempDir
	private Path folder;

	private static String html(String markdown) {
		return new Page("here", markdown).html("en", new Links(Set.of("errors", "start"), Map.of()));
	}

	@Test
	void theFirstHeadingIsTheTitle() {
		assertTrue(html("Before.\n\n# Tom & Jerry\n\n## More").contains("<title>Tom &amp; Jerry</title>"));
	}

	@Test
	void linksBetweenPagesStayInTheBook() {
		assertTrue(html("[a](errors.md#what-to-do)").contains("<a href=\"errors.html#what-to-do\">a</a>"));
		assertTrue(html("[a](start.md)").contains("<a href=\"start.html\">a</a>"));
		assertTrue(html("[a](#here)").contains("<a href=\"#here\">a</a>"));
		assertTrue(html("[a](https://example.com/b.md)").contains("<a href=\"https://example.com/b.md\">a</a>"));
	}

	@Test
	void linksToOtherFilesOfTheProjectAreText() {
		String page = html("See [the *tenant*](tenant.md) and [code](../README.md).");
		assertTrue(page.contains("<p>See the <em>tenant</em> and code.</p>"), page);
		assertFalse(page.contains("<a "), page);
	}

	@Test
	void tablesAndAnchorsAreMade() {
		String page = html("# One, two\n\n| a | b |\n|---|---|\n| 1 | `2` |\n");
		assertTrue(page.contains("<h1 id=\"one-two\">"), page);
		assertTrue(page.contains("<td><code>2</code></td>"), page);
	}

	@Test
	void pagesOfTheContentsAreMadeAndNoOthers() throws IOException {
		write("a.md", "# A\n[b](b.md) [c](c.md)");
		write("b.md", "# B");
		write("c.md", "# C");
		make("<toc label='x'><topic label='A' href='html/a.html'><topic label='B' href='html/b.html#b'/></topic></toc>");
		try (Stream<Path> made = Files.list(folder.resolve("made/html"))) {
			assertEquals(List.of("a.html", "b.html"), made.map(file -> file.getFileName().toString()).sorted().toList());
		}
		assertTrue(made("html/a.html").contains("<a href=\"b.html\">b</a> c"), made("html/a.html"));
	}

	@Test
	void aTranslationIsAddressedAsThePageThatItTranslates() throws IOException {
		write("a.md", "# One\n\n## More\n\n[down](#more) [on](b.md#there) [out](c.md)");
		write("b.md", "# B\n\n## There");
		write("c.md", "# C");
		write("de/a.md", "# Eins\n\n## Mehr\n\n[ab](#mehr) [hin](b.md#dort) [weg](../c.md)");
		write("de/b.md", "# Be\n\n## Dort");
		make("<toc label='x'><topic label='A' href='html/a.html'><topic label='B' href='html/b.html'/></topic>"
				+ "<topic label='C' href='html/c.html'/></toc>");
		String page = made("nl/de/html/a.html");
		assertTrue(page.contains("<html lang=\"de\">") && page.contains("<title>Eins</title>"), page);
		assertTrue(page.contains("<h2 id=\"more\">Mehr</h2>"), page);
		assertTrue(page.contains("<a href=\"#more\">ab</a> <a href=\"b.html#there\">hin</a> <a href=\"c.html\">weg</a>"), page);
		assertTrue(made("html/a.html").contains("<html lang=\"en\">"), page);
		assertFalse(Files.exists(folder.resolve("made/nl/de/html/c.html")));
	}

	@Test
	void aTranslationThatLacksSomethingEndsTheBuild() throws IOException {
		write("a.md", "# One\n\n* first\n* second\n\n```\nx = 1\n```");
		write("de/a.md", "# Eins\n\n* erstens\n\n```\nx = 1\n```");
		String contents = "<toc label='x'><topic label='A' href='html/a.html'/></toc>";
		assertTrue(assertThrows(IOException.class, () -> make(contents)).getMessage().contains("a.md has other"));
		write("de/a.md", "# Eins\n\n* erstens\n* zweitens\n\n```\nx = 2\n```");
		assertTrue(assertThrows(IOException.class, () -> make(contents)).getMessage().contains("a.md has other"));
		write("de/a.md", "# Eins\n\n* erstens\n* *zweitens*\n\n```\nx = 1\n```");
		make(contents);
		write("de/b.md", "# Be");
		assertTrue(assertThrows(IOException.class, () -> make(contents)).getMessage().contains("b.md translates no page"));
	}

	@Test
	void aPageThatIsMissingEndsTheBuild() {
		assertThrows(NoSuchFileException.class, () -> make("<toc label='x'><topic label='A' href='html/a.html'/></toc>"));
	}

	private void make(String contents) throws IOException {
		Book.main(new String[] { folder.toString(), write("toc.xml", contents).toString(), folder.resolve("made").toString() });
	}

	private String made(String name) throws IOException {
		return Files.readString(folder.resolve("made").resolve(name));
	}

	private Path write(String name, String text) throws IOException {
		Files.createDirectories(folder.resolve(name).getParent());
		return Files.writeString(folder.resolve(name), text);
	}
}
