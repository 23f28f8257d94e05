package dev.latchkey.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Makes the pages of a help book from Markdown: those that its table of contents names, and no others. The table says
 * {@code html/NAME.html} where the folder has {@code NAME.md}; a page that is missing there ends the build.
 */
public final class Book {

	private Book() {
	}

	/** @param args folder of the Markdown, table of contents, folder to write into */
	public static void main(String[] args) throws IOException {
		Path markdown = Path.of(args[0]);
		Path html = Files.createDirectories(Path.of(args[2]));
		Set<String> pages = pages(Path.of(args[1]));
		for (String page : pages) {
			Files.writeString(html.resolve(page + ".html"), new Page(Files.readString(markdown.resolve(page + ".md")), pages).html());
		}
	}

	private static Set<String> pages(Path contents) throws IOException {
		Set<String> pages = new TreeSet<>();
		NodeList topics = topics(contents);
		for (int index = 0; index < topics.getLength(); index++) {
			String address = ((Element) topics.item(index)).getAttribute("href");
			pages.add(address.replaceFirst("^html/", "").replaceFirst("\\.html(#.*)?$", ""));
		}
		return pages;
	}

	private static NodeList topics(Path contents) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(contents.toFile()).getElementsByTagName("topic");
		} catch (SAXException | ParserConfigurationException e) {
			throw new IOException("Not a table of contents: " + contents, e);
		}
	}
}
