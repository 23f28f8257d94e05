package dev.latchkey.certificate.jca;

import java.util.Collection;
import java.util.TreeSet;

import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.Thumbprint;

/** Finds a name for a new entry that no other entry has: stores replace what has the same name, in whatever case. */
final class FreeAlias {

	private static final int THUMBPRINT_DIGITS = 8;

	private final TreeSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	FreeAlias(Collection<String> taken) {
		this.taken.addAll(taken);
	}

	String of(KeyMaterial material) {
		String name = material.friendlyName().isBlank() ? material.certificate().getSubjectX500Principal().getName()
				: material.friendlyName();
		if (!taken.contains(name)) {
			return name;
		}
		String distinct = name + " [" + Thumbprint.sha1(material.certificate()).substring(0, THUMBPRINT_DIGITS) + ']'; //$NON-NLS-1$
		int number = 2;
		String result = distinct;
		while (taken.contains(result)) {
			result = distinct + " (" + number++ + ')'; //$NON-NLS-1$
		}
		return result;
	}
}
