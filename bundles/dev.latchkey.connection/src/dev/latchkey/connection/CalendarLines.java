package dev.latchkey.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Content lines of an iCalendar, escaped and folded
 * (<a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.1">RFC 5545, sections 3.1 and 3.3.11</a>).
 */
final class CalendarLines {

	/** Octets of a line without its break. */
	private static final int LONGEST = 75;
	private static final String BREAK = "\r\n"; //$NON-NLS-1$

	private final StringBuilder lines = new StringBuilder();

	/** @param value of printable ASCII, written as it is */
	CalendarLines add(String name, String value) {
		fold(name + ':' + value);
		return this;
	}

	/** @param text anything; what no calendar can hold is left out */
	CalendarLines addText(String name, String text) {
		return add(name, escape(text));
	}

	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.replace("\r\n", "\n").codePoints().forEach(point -> escape(point, escaped)); //$NON-NLS-1$ //$NON-NLS-2$
		return escaped.toString();
	}

	private static void escape(int point, StringBuilder escaped) {
		switch (point) {
		case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(point);
		// Readers that take every line separator of Unicode for the end of a line exist.
		case '\n', '\r', '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> escaped.append("\\n"); //$NON-NLS-1$
		default -> {
			if (!Character.isISOControl(point) && !isSurrogate(point)) {
				escaped.appendCodePoint(point);
			}
		}
		}
	}

	/** Half a character, which UTF-8 has no octets for. */
	private static boolean isSurrogate(int point) {
		return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
	}

	private void fold(String line) {
		int octets = 0;
		for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
			String character = Character.toString(line.codePointAt(i));
			int more = character.getBytes(UTF_8).length;
			if (octets + more > LONGEST) {
				lines.append(BREAK).append(' ');
				octets = 1;
			}
			lines.append(character);
			octets += more;
		}
		lines.append(BREAK);
	}

	@Override
	public String toString() {
		return lines.toString();
	}
}
