package dev.latchkey.ui.internal.certificate;

import java.security.cert.X509Certificate;
import java.text.Collator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.ui.internal.certificate.StoreRow.Word;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Findings;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.LifetimePolicy;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Subjects;

/** Makes rows of what providers list, once for each listing and in the background. Confined to one thread. */
final class RowMaker {

	private final CertificateService certificates;
	private final CertificatePolicy policy = LifetimePolicy.current();
	private final Collator collator = Collator.getInstance();
	/** Issuers and stores are few. */
	private final Map<String, Word> words = new HashMap<>();

	RowMaker(CertificateService certificates) {
		this.certificates = certificates;
	}

	/** A certificate of a stranger's own making may fail at every question; that costs it its row and nothing else. */
	ProviderRows rows(ProviderListing listing) {
		List<StoreRow> rows = new ArrayList<>(listing.entries().size());
		Optional<CertificateAccessException> problem = listing.problem();
		for (CertificateEntry entry : listing.entries()) {
			try {
				rows.add(row(entry));
			} catch (RuntimeException e) {
				problem = Optional.of(new CertificateAccessException(Reason.PROVIDER_FAILED, e, listing.providerName()));
			}
		}
		problem.ifPresent(Failures::log);
		return new ProviderRows(listing.providerId(), listing.providerName(), List.copyOf(rows),
				problem.map(Failures::sentence));
	}

	private StoreRow row(CertificateEntry entry) {
		X509Certificate certificate = entry.certificate();
		List<Finding> findings = certificates.inspect(certificate, policy);
		Optional<Notice> remark = Findings.foremost(findings);
		Word issuedTo = word(Subjects.name(certificate.getSubjectX500Principal()));
		Word issuedBy = word(Subjects.name(certificate.getIssuerX500Principal()));
		Word friendlyName = word(entry.friendlyName());
		Word store = word(entry.store());
		String ends = Formats.date(certificate.getNotAfter().toInstant());
		String searched = String.join(" ", issuedTo.text(), issuedBy.text(), friendlyName.text(), store.text(), ends, //$NON-NLS-1$
				entry.reference().sha256(), Thumbprint.sha1(certificate)).toLowerCase(Locale.getDefault());
		return new StoreRow(entry, remark.map(notice -> notice.level().mark()).orElse(Mark.CERTIFICATE),
				remark.map(Notice::text).orElse(""), !Findings.unusable(findings), issuedTo, issuedBy, friendlyName, store, //$NON-NLS-1$
				certificate.getNotAfter().toInstant(), ends, searched);
	}

	private Word word(String text) {
		return words.computeIfAbsent(text, each -> new Word(each, collator.getCollationKey(each)));
	}
}
