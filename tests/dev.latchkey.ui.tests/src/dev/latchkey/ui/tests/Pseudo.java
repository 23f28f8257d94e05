package dev.latchkey.ui.tests;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A language that no one speaks, made of English: 40 % longer, accented, in brackets, with marks for writing from right to left.
 * What is not accented was never a text of ours, and what has no bracket at its end was cut off.
 */
final class Pseudo {

	private static final String PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ";
	private static final String ACCENTED = "åçđéğħîĵķľñöŕšţûŵýžÅÇĐÉĞĦÎĴĶĽÑÖŔŠŢÛŴÝŽ";
	private static final Map<Integer, Integer> ACCENTS = IntStream.range(0, PLAIN.length()).boxed()
			.collect(Collectors.toMap(at -> (int) PLAIN.charAt(at), at -> (int) ACCENTED.charAt(at)));
	/** Values, with texts to choose from in them; the letter that is a mnemonic; links. */
	private static final Pattern KEPT = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}|&.|</?a>");
	private static final double LONGER = 0.4;
	private static final String MORE = " \u200fþþþþþ þþþ þþþþþþþ\u200e";

	private Pseudo() {
	}

	static String of(String english) {
		StringBuilder text = new StringBuilder("[");
		Matcher kept = KEPT.matcher(english);
		int from = 0;
		while (kept.find()) {
			text.append(accented(english.substring(from, kept.start()))).append(kept.group());
			from = kept.end();
		}
		int more = (int) Math.ceil(english.length() * LONGER);
		return text.append(accented(english.substring(from))).append(MORE.repeat(more / MORE.length() + 1), 0, more).append(']')
				.toString();
	}

	private static String accented(String plain) {
		return plain.codePoints().map(each -> ACCENTS.getOrDefault(each, each)).collect(StringBuilder::new,
				StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}
}
