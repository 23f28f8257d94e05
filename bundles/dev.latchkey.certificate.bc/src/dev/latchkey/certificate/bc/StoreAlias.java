package dev.latchkey.certificate.bc;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an entry in the key store file: the thumbprint, and after a dot the friendly name in hexadecimal digits, because Java's
 * own key stores lose the case of names and take two that differ in it for one.
 *
 * @param sha256       in upper case; empty in names that somebody else has written
 * @param friendlyName may be empty
 */
record StoreAlias(String sha256, String friendlyName) {

	private static final Pattern OURS = Pattern.compile("([0-9a-fA-F]{64})(?:\\.((?:[0-9a-fA-F]{2})+))?"); //$NON-NLS-1$
	private static final HexFormat HEX = HexFormat.of();

	/** An alias that somebody else has written is taken for a friendly name. */
	static StoreAlias parse(String alias) {
		Matcher matcher = OURS.matcher(alias);
		if (!matcher.matches()) {
			return new StoreAlias("", alias); //$NON-NLS-1$
		}
		String digits = matcher.group(2) == null ? "" : matcher.group(2); //$NON-NLS-1$
		return new StoreAlias(matcher.group(1).toUpperCase(Locale.ROOT),
				new String(HEX.parseHex(digits), StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		String digits = HEX.formatHex(friendlyName.getBytes(StandardCharsets.UTF_8));
		return sha256.toLowerCase(Locale.ROOT) + (digits.isEmpty() ? "" : '.' + digits); //$NON-NLS-1$
	}
}
