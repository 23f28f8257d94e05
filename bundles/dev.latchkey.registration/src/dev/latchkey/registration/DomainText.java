package dev.latchkey.registration;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed where an organization's domain is asked for. Its tenant id finds it as well.
 *
 * @param kind  what the text is
 * @param value domain or tenant id in lower case when {@link #usable()}, otherwise the text without outer spaces
 */
public record DomainText(Kind kind, String value) {

	/** What a text can be. */
	public enum Kind {
		/** A domain. */
		VALID,
		/** A tenant id, a GUID. */
		TENANT_ID, EMPTY,
		/** A user name where a domain alone is wanted. */
		ACCOUNT,
		/** A web address. */
		ADDRESS,
		/** Anything else. */
		MALFORMED
	}

	/** Host name labels of RFC 1123, at least two. */
	private static final Pattern DOMAIN = Pattern
			.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"); //$NON-NLS-1$
	private static final int MAX_LENGTH = 253;
	private static final Pattern GUID = Pattern.compile("\\{?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\}?", //$NON-NLS-1$
			Pattern.CASE_INSENSITIVE);

	/** Reads a text; never null. A leading @ and a trailing dot don't matter. */
	public static DomainText of(String text) {
		String stripped = text.strip();
		String bare = stripped.replaceFirst("^@", "").replaceFirst("\\.$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		if (bare.isEmpty()) {
			return new DomainText(Kind.EMPTY, ""); //$NON-NLS-1$
		}
		if (bare.contains("://")) { //$NON-NLS-1$
			return new DomainText(Kind.ADDRESS, stripped);
		}
		if (bare.contains("@")) { //$NON-NLS-1$
			return new DomainText(Kind.ACCOUNT, stripped);
		}
		Matcher guid = GUID.matcher(bare);
		if (guid.matches()) {
			return new DomainText(Kind.TENANT_ID, guid.group(1).toLowerCase(Locale.ROOT));
		}
		String ascii = ascii(bare);
		boolean valid = ascii.length() <= MAX_LENGTH && DOMAIN.matcher(ascii).matches();
		return valid ? new DomainText(Kind.VALID, ascii) : new DomainText(Kind.MALFORMED, stripped);
	}

	/** Whether an organization can be looked for by it. */
	public boolean usable() {
		return kind == Kind.VALID || kind == Kind.TENANT_ID;
	}

	private static String ascii(String domain) {
		try {
			return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
		} catch (IllegalArgumentException e) {
			return domain;
		}
	}
}
