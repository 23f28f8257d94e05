package dev.latchkey.cli;

/** Texts from files and stores, made harmless: they could steer a terminal or pretend to be other lines. */
final class Printable {

	private static final int REPLACEMENT = 0xfffd;

	private Printable() {
	}

	static String of(String text) {
		return text.codePoints().map(each -> isHarmless(each) ? each : REPLACEMENT)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	private static boolean isHarmless(int codePoint) {
		return switch (Character.getType(codePoint)) {
		case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
		default -> true;
		};
	}
}
