package dev.latchkey.ui.internal.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Pictures stand out from what is behind them as much as WCAG 2.2 asks for in 1.4.11, non-text contrast. A part of a picture is a
 * shape, or a group of shapes that lie on each other: a colour that does not stand out from the ground has to from one that does.
 */
class IconContrastTest {

	private static final double ENOUGH = 3;
	/** Lists, Adwaita's dialogs, Windows' dialogs, and high contrast. */
	private static final List<String> LIGHT = List.of("#ffffff", "#f6f5f4", "#f0f0f0");
	/** High contrast, editors, views, Adwaita's dialogs, tool bars and dialogs of the platform's dark theme. */
	private static final List<String> DARK = List.of("#000000", "#1e1f22", "#2f2f2f", "#353535", "#48484c", "#515658");
	private static final Path ICONS = Path.of(System.getProperty("basedir", ""), "icons").toAbsolutePath();

	private static List<Path> pictures() throws IOException {
		try (Stream<Path> files = Files.walk(ICONS)) {
			return files.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("pictures")
	void everyPictureStandsOutFromItsGrounds(Path picture) throws Exception {
		List<String> faults = new ArrayList<>();
		for (Set<String> part : parts(read(picture))) {
			grounds(picture).forEach(ground -> faults.addAll(faults(part, ground)));
		}
		assertEquals(List.of(), faults);
	}

	/** One without a dark variant, as those that the platform takes from plugin.xml in any theme, is on all of them. */
	private static List<String> grounds(Path picture) {
		if (picture.getParent().endsWith("dark")) {
			return DARK;
		}
		return Files.exists(ICONS.resolve("dark").resolve(picture.getFileName())) ? LIGHT
				: Stream.of(LIGHT, DARK).flatMap(List::stream).toList();
	}

	private static List<String> faults(Set<String> part, String ground) {
		List<String> seen = part.stream().filter(colour -> contrast(colour, ground) >= ENOUGH).toList();
		return part.stream().filter(colour -> !seen.contains(colour))
				.filter(colour -> seen.stream().noneMatch(other -> contrast(colour, other) >= ENOUGH))
				.map(colour -> colour + " on " + ground).toList();
	}

	/** Colours of each part. */
	private static List<Set<String>> parts(Document picture) {
		List<Set<String>> parts = new ArrayList<>();
		assertUnmixed(picture.getDocumentElement());
		NodeList children = picture.getDocumentElement().getChildNodes();
		for (int index = 0; index < children.getLength(); index++) {
			if (children.item(index) instanceof Element part) {
				Set<String> colours = colours(part);
				assertFalse(colours.isEmpty(), "a part without a colour");
				parts.add(colours);
			}
		}
		assertFalse(parts.isEmpty());
		return parts;
	}

	private static Set<String> colours(Element part) {
		Set<String> colours = new LinkedHashSet<>(ownColours(part));
		NodeList inner = part.getElementsByTagName("*");
		for (int index = 0; index < inner.getLength(); index++) {
			colours.addAll(ownColours((Element) inner.item(index)));
		}
		return colours;
	}

	private static List<String> ownColours(Element shape) {
		assertUnmixed(shape);
		return Stream.of("fill", "stroke").map(shape::getAttribute).filter(colour -> !colour.isEmpty()).toList();
	}

	private static void assertUnmixed(Element shape) {
		for (String mixing : List.of("opacity", "fill-opacity", "stroke-opacity", "style", "class")) {
			assertFalse(shape.hasAttribute(mixing), mixing + " makes a colour that is not told here");
		}
	}

	private static double contrast(String one, String other) {
		double first = luminance(one) + 0.05;
		double second = luminance(other) + 0.05;
		return Math.max(first, second) / Math.min(first, second);
	}

	/** Relative luminance, as WCAG defines it. */
	private static double luminance(String colour) {
		String digits = colour.substring(1);
		int rgb = Integer.parseInt(digits.length() == 3 ? digits.replaceAll(".", "$0$0") : digits, 16);
		return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
	}

	private static double linear(int channel) {
		double part = (channel & 0xff) / 255.0;
		return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

	private static Document read(Path picture) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
	}

	@ParameterizedTest
	@EnumSource(Mark.class)
	void everyMarkHasItsPicture(Mark mark) {
		assertTrue(Files.exists(ICONS.resolveSibling(mark.path().substring(1))), mark.path());
	}

	@Test
	void everyDarkPictureIsOneOfThePictures() throws IOException {
		List<String> strangers = pictures().stream().filter(picture -> picture.getParent().endsWith("dark"))
				.map(picture -> picture.getFileName().toString()).filter(name -> !Files.exists(ICONS.resolve(name))).toList();
		assertEquals(List.of(), strangers);
	}
}
