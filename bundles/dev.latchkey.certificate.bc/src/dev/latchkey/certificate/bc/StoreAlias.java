package dev.latchkey.certificate.bc;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

import dev.latchkey.certificate.Thumbprint;

/**
 * Name of an entry in the key store file: the thumbprint, and after a dot the friendly name in hexadecimal digits, because the
 * platform's key store loses the case of names and takes two that differ in it for one.
 *
 * @param sha256       in upper case
 * @param friendlyName may be empty
 */
record StoreAlias(String sha256, String friendlyName) {

	private static final HexFormat HEX = HexFormat.of();

	static StoreAlias of(X509Certificate certificate, String friendlyName) {
		return new StoreAlias(Thumbprint.sha256(certificate), friendlyName);
	}

	/** An alias that somebody else has written is taken for a friendly name. */
	static StoreAlias parse(String alias) {
		int dot = alias.indexOf('.');
		String sha256 = (dot < 0 ? alias : alias.substring(0, dot)).toUpperCase(Locale.ROOT);
		try {
			String name = dot < 0 ? "" //$NON-NLS-1$
					: new String(HEX.parseHex(alias.substring(dot + 1)), StandardCharsets.UTF_8);
			return new StoreAlias(sha256, name);
		} catch (IllegalArgumentException e) {
			return new StoreAlias(sha256, alias);
		}
	}

	@Override
	public String toString() {
		String digits = HEX.formatHex(friendlyName.getBytes(StandardCharsets.UTF_8));
		return sha256.toLowerCase(Locale.ROOT) + (digits.isEmpty() ? "" : '.' + digits); //$NON-NLS-1$
	}
}
