package dev.latchkey.ui.internal.certificate;

import java.text.CollationKey;
import java.time.Instant;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * One certificate in the list, with all that drawing, searching and sorting ask for again and again.
 *
 * @param entry    the certificate
 * @param mark     its picture
 * @param remark   why it can't be used, or what to mind; empty when all is well
 * @param usable   whether Microsoft Entra ID would take it, as far as can be seen without the private key
 * @param endsText {@link #ends} as people read it
 * @param searched all texts of the row in lower case
 */
record StoreRow(CertificateEntry entry, Mark mark, String remark, boolean usable, Word issuedTo, Word issuedBy,
		Word friendlyName, Word store, Instant ends, String endsText, String searched) {

	/**
	 * A text in the order of the user's language.
	 *
	 * @param key where it stands in that order
	 */
	record Word(String text, CollationKey key) implements Comparable<Word> {
		@Override
		public int compareTo(Word other) {
			return key.compareTo(other.key);
		}
	}

	/** Rows are the same when their entries are. */
	@Override
	public boolean equals(Object other) {
		return other instanceof StoreRow row && entry.equals(row.entry);
	}

	@Override
	public int hashCode() {
		return entry.hashCode();
	}
}
