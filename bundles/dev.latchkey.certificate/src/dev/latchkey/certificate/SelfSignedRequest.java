package dev.latchkey.certificate;

import java.util.Objects;
import java.util.Set;

/**
 * What a new self-signed certificate should be like.
 *
 * @param name           for people; becomes the subject's common name (escaped as needed) and the friendly name. 1 to 64
 *                       characters (ub-common-name, RFC 5280 appendix A), no control characters
 * @param keyBits        RSA modulus: 2048, 3072 or 4096
 * @param validityMonths 1 to 24
 */
public record SelfSignedRequest(String name, int keyBits, int validityMonths) {

	/** The sizes that can be asked for: what Microsoft Entra ID accepts and is not needlessly slow. */
	public static final Set<Integer> KEY_BITS = Set.of(2048, 3072, 4096);
	/** The size for who does not care. */
	public static final int DEFAULT_KEY_BITS = 3072;
	/** The shortest validity. */
	public static final int MIN_VALIDITY_MONTHS = 1;
	/** The longest validity. */
	public static final int MAX_VALIDITY_MONTHS = 24;
	/** The validity for who does not care. */
	public static final int DEFAULT_VALIDITY_MONTHS = 12;
	/** In characters (code points). */
	public static final int MAX_NAME_LENGTH = 64;

	/** @throws IllegalArgumentException when a value is outside its range; check {@link #isName(String)} first */
	public SelfSignedRequest {
		name = Objects.requireNonNull(name, "name").strip(); //$NON-NLS-1$
		if (!isName(name)) {
			throw new IllegalArgumentException("Not a certificate name"); //$NON-NLS-1$
		}
		if (!KEY_BITS.contains(keyBits)) {
			throw new IllegalArgumentException("Not a key size: " + keyBits); //$NON-NLS-1$
		}
		if (validityMonths < MIN_VALIDITY_MONTHS || validityMonths > MAX_VALIDITY_MONTHS) {
			throw new IllegalArgumentException("Not a validity: " + validityMonths); //$NON-NLS-1$
		}
	}

	/** Whether a text can be a certificate's name. */
	public static boolean isName(String text) {
		String name = text.strip();
		return !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_NAME_LENGTH
				&& name.codePoints().noneMatch(Character::isISOControl);
	}
}
