package dev.latchkey.ui.internal.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.Finding.Severity;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.ui.internal.forms.Findings;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Subjects;

/**
 * One certificate in the list.
 *
 * @param entry    the certificate
 * @param findings what can be seen without its private key
 */
record StoreRow(CertificateEntry entry, List<Finding> findings) {

	String issuedTo() {
		return Subjects.name(entry.certificate().getSubjectX500Principal());
	}

	String issuedBy() {
		return Subjects.name(entry.certificate().getIssuerX500Principal());
	}

	Instant ends() {
		return entry.certificate().getNotAfter().toInstant();
	}

	String endsText() {
		return Formats.date(ends());
	}

	boolean usable() {
		return !Findings.unusable(findings);
	}

	/** Why it can't be used, or what to mind; empty when all is well. */
	String remark() {
		return findings.stream().filter(finding -> finding.severity() != Severity.INFO).findFirst().map(Finding::message)
				.orElse(""); //$NON-NLS-1$
	}

	/** Whether some text of the row contains all words. */
	boolean matches(String words) {
		String all = String.join(" ", issuedTo(), issuedBy(), entry.friendlyName(), entry.store(), endsText(), //$NON-NLS-1$
				entry.reference().sha256(), Thumbprint.sha1(entry.certificate()))
				.toLowerCase(Locale.getDefault());
		return List.of(words.toLowerCase(Locale.getDefault()).strip().split("\\s+")).stream().allMatch(all::contains); //$NON-NLS-1$
	}
}
