package dev.latchkey.pages;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * One page of Markdown as HTML. Links between the book's pages follow them into the book, links to the web stay, and what
 * leads to other files of the project is text alone: readers of the book do not have them.
 */
final class Page {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
	private static final Pattern NEIGHBOUR = Pattern.compile("([\\w-]+)\\.md(#.*)?");
	private static final Pattern KEPT = Pattern.compile("(https?:|#).*");

	private final Node document;

	/** @param pages the names of the book's pages */
	Page(String markdown, Set<String> pages) {
		document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(Link link) {
				visitChildren(link);
				lead(link, pages);
			}
		});
	}

	private static void lead(Link link, Set<String> pages) {
		Matcher neighbour = NEIGHBOUR.matcher(link.getDestination());
		if (neighbour.matches() && pages.contains(neighbour.group(1))) {
			link.setDestination(neighbour.group(1) + ".html" + (neighbour.group(2) == null ? "" : neighbour.group(2)));
		} else if (!KEPT.matcher(link.getDestination()).matches()) {
			while (link.getFirstChild() != null) {
				link.insertBefore(link.getFirstChild());
			}
			link.unlink();
		}
	}

	String html() {
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<title>%s</title>
				<link rel="stylesheet" href="book.css">
				</head>
				<body>
				%s</body>
				</html>
				""".formatted(title(), HtmlRenderer.builder().extensions(EXTENSIONS).build().render(document));
	}

	/** The first heading's text, as HTML. */
	private String title() {
		Node node = document.getFirstChild();
		while (node != null && !(node instanceof Heading)) {
			node = node.getNext();
		}
		String text = node == null ? "" : TextContentRenderer.builder().build().render(node);
		return HtmlRenderer.builder().build().render(new Text(text));
	}
}
