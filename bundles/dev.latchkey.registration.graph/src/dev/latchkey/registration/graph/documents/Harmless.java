package dev.latchkey.registration.graph.documents;

/** Texts of strangers, such as names in a tenant, for people's eyes: they can neither steer a terminal nor pretend to be other lines. */
final class Harmless {

	private static final int REPLACEMENT = 0xfffd;

	private Harmless() {
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
