package dev.latchkey.ui.internal.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Distinguished names as people call them. */
public final class Subjects {

	private Subjects() {
	}

	/** The common name; the whole distinguished name where it has none. */
	public static String name(X500Principal principal) {
		String whole = principal.getName();
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
