package dev.latchkey.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** One page of Markdown, in one language. */
final class Page {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
	private static final Set<String> WITHIN_TEXT = Set.of("a", "code", "em", "strong");

	private final String name;
	private final String markdown;

	/** @param name without an ending, as it is in all languages */
	Page(String name, String markdown) {
		this.name = name;
		this.markdown = markdown;
	}

	/** The addresses of its headings within it, in their order. */
	List<String> anchors() {
		List<String> anchors = new ArrayList<>();
		render(document(), (node, tag, attributes) -> {
			if (node instanceof Heading) {
				anchors.add(attributes.get("id"));
			}
		});
		return anchors;
	}

	/** Its headings, paragraphs, items and cells without their words, and its blocks of code: the same in all languages. */
	List<String> outline() {
		List<String> outline = new ArrayList<>();
		render(document(), (node, tag, attributes) -> {
			if (!WITHIN_TEXT.contains(tag)) {
				outline.add(node instanceof FencedCodeBlock code ? code.getLiteral() : tag);
			}
		});
		return outline;
	}

	/** @param language tag of the language that it is written in */
	String html(String language, Links links) {
		Node document = document();
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(Link link) {
				visitChildren(link);
				lead(link, links.target(name, link.getDestination()));
			}
		});
		return """
				<!DOCTYPE html>
				<html lang="%s">
				<head>
				<meta charset="utf-8">
				<title>%s</title>
				<link rel="stylesheet" href="book.css">
				</head>
				<body>
				%s</body>
				</html>
				""".formatted(language, title(document), render(document, (node, tag, attributes) ->
				attributes.computeIfPresent("id", (id, anchor) -> links.anchor(name, anchor))));
	}

	private static void lead(Link link, Optional<String> target) {
		target.ifPresent(link::setDestination);
		if (target.isEmpty()) {
			while (link.getFirstChild() != null) {
				link.insertBefore(link.getFirstChild());
			}
			link.unlink();
		}
	}

	/** The first heading's text, as HTML. */
	private static String title(Node document) {
		Node node = document.getFirstChild();
		while (node != null && !(node instanceof Heading)) {
			node = node.getNext();
		}
		String text = node == null ? "" : TextContentRenderer.builder().build().render(node);
		return HtmlRenderer.builder().build().render(new Text(text));
	}

	private Node document() {
		return Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
	}

	private static String render(Node document, AttributeProvider attributes) {
		return HtmlRenderer.builder().extensions(EXTENSIONS).attributeProviderFactory(context -> attributes).build().render(document);
	}
}
