package dev.latchkey.registration;

import java.util.regex.Pattern;

/**
 * What somebody typed where a user principal name is asked for: {@code name@domain.tld}.
 *
 * @param kind  what the text is
 * @param value the text without outer spaces
 */
public record AccountText(Kind kind, String value) {

	/** What a text can be. */
	public enum Kind {
		VALID, EMPTY,
		/** A name without a domain. */
		NO_DOMAIN,
		/** A domain alone, or with a leading @. */
		NO_NAME,
		/** Windows' {@code DOMAIN\\name}. */
		DOWN_LEVEL,
		/** Anything else. */
		MALFORMED
	}

	/** Characters that Microsoft Entra ID allows in the name part (page "userPrincipalName population"), # for guests. */
	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}'._!#^~$%&*+/=?`{|}-]{1,64}"); //$NON-NLS-1$

	/** Reads a text; never null. */
	public static AccountText of(String text) {
		String value = text.strip();
		return new AccountText(kind(value), value);
	}

	private static Kind kind(String value) {
		if (value.isEmpty()) {
			return Kind.EMPTY;
		}
		if (value.contains("\\")) { //$NON-NLS-1$
			return Kind.DOWN_LEVEL;
		}
		int at = value.lastIndexOf('@');
		if (at < 0) {
			return DomainText.of(value).kind() == DomainText.Kind.VALID ? Kind.NO_NAME : Kind.NO_DOMAIN;
		}
		if (at == 0) {
			return Kind.NO_NAME;
		}
		if (at == value.length() - 1) {
			return Kind.NO_DOMAIN;
		}
		boolean valid = NAME.matcher(value.substring(0, at)).matches()
				&& DomainText.of(value.substring(at + 1)).kind() == DomainText.Kind.VALID;
		return valid ? Kind.VALID : Kind.MALFORMED;
	}

	/** The part behind the @; only for {@link Kind#VALID}. */
	public String domain() {
		return DomainText.of(value.substring(value.lastIndexOf('@') + 1)).value();
	}
}
