package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Distinguished names as texts. */
final class Names {

	/** What RFC 2253 knows by number only, although people know it by name. */
	private static final Map<String, String> KEYWORDS = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS", //$NON-NLS-1$ //$NON-NLS-2$
			"2.5.4.5", "SERIALNUMBER", "2.5.4.12", "T", "2.5.4.97", "ORGANIZATIONIDENTIFIER"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$

	private Names() {
	}

	/** As RFC 2253 writes it, most specific part first. */
	static String whole(X500Principal principal) {
		return principal.getName(X500Principal.RFC2253, KEYWORDS);
	}

	/** The common name; the whole name where it has none. */
	static String common(X500Principal principal) {
		String whole = whole(principal);
		try {
			List<Rdn> parts = new ArrayList<>(new LdapName(whole).getRdns());
			Collections.reverse(parts);
			return parts.stream().filter(part -> "CN".equalsIgnoreCase(part.getType())).findFirst() //$NON-NLS-1$
					.map(part -> part.getValue().toString()).orElse(whole);
		} catch (InvalidNameException e) {
			return whole;
		}
	}
}
