package dev.latchkey.certificate.bc;

import java.security.SecureRandom;

/** Pass phrases that are easy to read out and to type, and can't be guessed. */
final class PassPhrase {

	/** Small letters and digits without those that look alike: o and 0, l, i and 1. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"; //$NON-NLS-1$

	/** Almost five bits a character: 118 bits. */
	private static final int GROUPS = 6;
	private static final int GROUP_LENGTH = 4;

	private PassPhrase() {
	}

	/** @return the caller's to clear */
	static char[] random() {
		SecureRandom random = new SecureRandom();
		char[] phrase = new char[GROUPS * (GROUP_LENGTH + 1) - 1];
		for (int i = 0; i < phrase.length; i++) {
			phrase[i] = i % (GROUP_LENGTH + 1) == GROUP_LENGTH ? '-' : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
		}
		return phrase;
	}
}
