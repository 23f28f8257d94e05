package dev.latchkey.registration;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody typed or pasted where an application (client) id is asked for: a GUID, in any of its usual spellings.
 *
 * @param kind  what the text is
 * @param value the id in lower case with hyphens when {@link Kind#VALID}, otherwise the text without outer spaces
 */
public record ApplicationIdText(Kind kind, String value) {

	/** What a text can be. */
	public enum Kind {
		VALID, EMPTY,
		/** All zeros: a placeholder. */
		ZERO,
		/** A domain or host name. */
		DOMAIN,
		/** A user name. */
		ACCOUNT,
		/** A client secret's value. */
		SECRET,
		/** A certificate's thumbprint: 40 or 64 hexadecimal digits. */
		THUMBPRINT,
		/** A web address. */
		ADDRESS,
		/** Anything else. */
		MALFORMED
	}

	private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"); //$NON-NLS-1$
	private static final Pattern BARE_GUID = Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})"); //$NON-NLS-1$
	private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}"); //$NON-NLS-1$
	private static final Pattern SECRET = Pattern.compile("(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9~._-]{34,44}"); //$NON-NLS-1$
	private static final String WRAPPING = "[\\s\\p{Z}\\p{Cf}{}()\"'\u201c\u201d]+"; //$NON-NLS-1$

	/** Reads a text; never null. Case, braces, quotes, spaces and invisible characters around or within don't matter. */
	public static ApplicationIdText of(String text) {
		String bare = text.replaceAll(WRAPPING, ""); //$NON-NLS-1$
		if (bare.isEmpty()) {
			return new ApplicationIdText(Kind.EMPTY, ""); //$NON-NLS-1$
		}
		String lower = BARE_GUID.matcher(bare.toLowerCase(Locale.ROOT)).replaceFirst("$1-$2-$3-$4-$5"); //$NON-NLS-1$
		if (GUID.matcher(lower).matches()) {
			boolean zero = new UUID(0, 0).toString().equals(lower);
			return new ApplicationIdText(zero ? Kind.ZERO : Kind.VALID, lower);
		}
		return new ApplicationIdText(other(bare, bare.toLowerCase(Locale.ROOT)), text.strip());
	}

	private static Kind other(String bare, String lower) {
		if (DIGITS.matcher(lower).matches()) {
			return Kind.THUMBPRINT;
		}
		if (lower.contains("://")) { //$NON-NLS-1$
			return Kind.ADDRESS;
		}
		if (AccountText.of(bare).kind() == AccountText.Kind.VALID) {
			return Kind.ACCOUNT;
		}
		if (SECRET.matcher(bare).matches() && bare.chars().anyMatch(Character::isDigit)) {
			return Kind.SECRET;
		}
		return DomainText.of(bare).kind() == DomainText.Kind.VALID ? Kind.DOMAIN : Kind.MALFORMED;
	}

	/** Whether {@link #value()} is an application id. */
	public boolean valid() {
		return kind == Kind.VALID;
	}
}
