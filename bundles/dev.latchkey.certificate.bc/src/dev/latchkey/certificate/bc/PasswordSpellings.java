package dev.latchkey.certificate.bc;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways to write one password that look alike and that keyboards and programs make of it: composed (Windows, Linux; GnuTLS
 * always), decomposed (macOS). Each is worked out character by character, so that no string ever holds the password.
 */
final class PasswordSpellings {

	private static final char FIRST_JAMO_THAT_JOINS = '\u1160';
	private static final char LAST_JAMO_THAT_JOINS = '\u11ff';

	/** The decomposed form of one character has at most so many. */
	private static final int GROWTH = 4;

	private PasswordSpellings() {
	}

	/** @return the password itself and its other spellings, each once; the caller's to clear */
	static List<char[]> of(char[] password) {
		List<char[]> spellings = new ArrayList<>(List.of(password.clone()));
		if (!isAscii(password)) {
			add(spellings, normalized(password, Normalizer.Form.NFC));
			add(spellings, cut(password, spellings.get(spellings.size() - 1).length));
			add(spellings, normalized(password, Normalizer.Form.NFD));
			add(spellings, withPlainSpaces(normalized(password, Normalizer.Form.NFC)));
		}
		return spellings;
	}

	private static boolean isAscii(char[] password) {
		for (char each : password) {
			if (each > '\u007f') {
				return false;
			}
		}
		return true;
	}

	private static void add(List<char[]> spellings, char[] spelling) {
		if (spellings.stream().noneMatch(each -> Arrays.equals(each, spelling))) {
			spellings.add(spelling);
		} else {
			Arrays.fill(spelling, '\0');
		}
	}

	private static char[] normalized(char[] password, Normalizer.Form form) {
		CharBuffer result = CharBuffer.allocate(GROWTH * password.length);
		int start = 0;
		for (int end = 1; end <= password.length; end++) {
			if (end == password.length || !joins(password[end])) {
				result.put(Normalizer.normalize(CharBuffer.wrap(password, start, end - start), form));
				start = end;
			}
		}
		char[] chars = Arrays.copyOf(result.array(), result.position());
		Arrays.fill(result.array(), '\0');
		return chars;
	}

	/** Whether a character belongs to the one before it. */
	private static boolean joins(char each) {
		return switch (Character.getType(each)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> Character.isLowSurrogate(each) || each >= FIRST_JAMO_THAT_JOINS && each <= LAST_JAMO_THAT_JOINS;
		};
	}

	/** GnuTLS takes the length of the composed form and the characters of the other for the integrity check. */
	private static char[] cut(char[] password, int composed) {
		return Arrays.copyOf(password, Math.min(password.length, composed));
	}

	/** As RFC 8265, section 4.2, asks of passwords, and GnuTLS does. */
	private static char[] withPlainSpaces(char[] password) {
		for (int i = 0; i < password.length; i++) {
			if (Character.getType(password[i]) == Character.SPACE_SEPARATOR) {
				password[i] = ' ';
			}
		}
		return password;
	}
}
