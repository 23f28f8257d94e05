package dev.latchkey.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Makes the pages of a help book from Markdown: those that its table of contents names, and no others. The table says
 * {@code html/NAME.html} where the folder has {@code NAME.md}; a page that is missing there ends the build. A folder in it named
 * as a language, {@code de}, has translations of some pages: they go where the platform looks for them, {@code nl/de/html}, and
 * one that is not made as the page is ends the build, too.
 */
public final class Book {

	private static final String LANGUAGE = "[a-z]{2}";

	private final Path markdown;
	private final Path output;
	private final Map<String, Page> pages = new TreeMap<>();

	private Book(Path markdown, Path contents, Path output) throws IOException {
		this.markdown = markdown;
		this.output = output;
		for (String name : names(contents)) {
			pages.put(name, read(markdown, name));
		}
	}

	/** @param args folder of the Markdown, table of contents, folder to write into */
	public static void main(String[] args) throws IOException {
		new Book(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).write();
	}

	private static Set<String> names(Path contents) throws IOException {
		Set<String> names = new TreeSet<>();
		NodeList topics = topics(contents);
		for (int index = 0; index < topics.getLength(); index++) {
			String address = ((Element) topics.item(index)).getAttribute("href");
			names.add(address.replaceFirst("^html/", "").replaceFirst("\\.html(#.*)?$", ""));
		}
		return names;
	}

	private static NodeList topics(Path contents) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(contents.toFile()).getElementsByTagName("topic");
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException("Not a table of contents: " + contents, e);
		}
	}

	private static Page read(Path folder, String name) throws IOException {
		return new Page(name, Files.readString(folder.resolve(name + ".md")));
	}

	private void write() throws IOException {
		write(output, "en", pages, Map.of());
		for (Path folder : languages()) {
			String language = folder.getFileName().toString();
			Map<String, Page> translated = translated(folder);
			Map<String, Map<String, String>> anchors = new TreeMap<>();
			translated.forEach((name, page) -> anchors.put(name, anchors(page, pages.get(name))));
			write(output.resolve("nl").resolve(language), language, translated, anchors);
		}
	}

	private Iterable<Path> languages() throws IOException {
		try (var folders = Files.newDirectoryStream(markdown, path -> path.getFileName().toString().matches(LANGUAGE))) {
			Set<Path> languages = new TreeSet<>();
			folders.forEach(languages::add);
			return languages;
		}
	}

	private Map<String, Page> translated(Path folder) throws IOException {
		Map<String, Page> translated = new TreeMap<>();
		try (var files = Files.newDirectoryStream(folder, "*.md")) {
			for (Path file : files) {
				String name = file.getFileName().toString().replaceFirst("\\.md$", "");
				if (!pages.containsKey(name)) {
					throw new IOException(file + " translates no page of the book");
				}
				translated.put(name, same(file, read(folder, name), pages.get(name)));
			}
		}
		return translated;
	}

	private static Page same(Path file, Page translated, Page page) throws IOException {
		List<String> found = translated.outline();
		List<String> expected = page.outline();
		if (!found.equals(expected)) {
			throw new IOException(file + " has other headings, paragraphs, items, rows or code than its page:\n" + found + "\n" + expected);
		}
		return translated;
	}

	private static Map<String, String> anchors(Page translated, Page page) {
		Map<String, String> anchors = new TreeMap<>();
		Iterator<String> book = page.anchors().iterator();
		translated.anchors().forEach(anchor -> anchors.put(anchor, book.next()));
		return anchors;
	}

	private void write(Path root, String language, Map<String, Page> written, Map<String, Map<String, String>> anchors)
			throws IOException {
		Path html = Files.createDirectories(root.resolve("html"));
		Links links = new Links(pages.keySet(), anchors);
		for (Map.Entry<String, Page> page : written.entrySet()) {
			Files.writeString(html.resolve(page.getKey() + ".html"), page.getValue().html(language, links));
		}
	}
}
