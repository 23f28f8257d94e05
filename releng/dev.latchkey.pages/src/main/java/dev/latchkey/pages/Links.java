package dev.latchkey.pages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where links lead in the book. Between its pages they follow them into it, to the web they stay, and what leads to other files
 * of the project leads nowhere: readers of the book do not have them. In the book a heading has one address in all languages.
 */
final class Links {

	private static final Pattern NEIGHBOUR = Pattern.compile("(?:\\.\\./)?([\\w-]+)\\.md(?:#(.*))?");

	private final Set<String> pages;
	private final Map<String, Map<String, String>> anchors;

	/**
	 * @param pages names of the book's pages
	 * @param anchors by the name of a page that is translated: the address of a heading in the book by what it is in the translation
	 */
	Links(Set<String> pages, Map<String, Map<String, String>> anchors) {
		this.pages = pages;
		this.anchors = anchors;
	}

	/** The address of a heading in the book. */
	String anchor(String page, String anchor) {
		return anchors.getOrDefault(page, Map.of()).getOrDefault(anchor, anchor);
	}

	/** @param page the one with the link */
	Optional<String> target(String page, String destination) {
		if (destination.startsWith("#")) {
			return Optional.of("#" + anchor(page, destination.substring(1)));
		}
		Matcher neighbour = NEIGHBOUR.matcher(destination);
		if (neighbour.matches() && pages.contains(neighbour.group(1))) {
			String anchor = neighbour.group(2) == null ? "" : "#" + anchor(neighbour.group(1), neighbour.group(2));
			return Optional.of(neighbour.group(1) + ".html" + anchor);
		}
		return Optional.of(destination).filter(address -> address.matches("https?:.*"));
	}
}
