package dev.latchkey.ui.internal.certificate;

import java.util.ArrayList;
import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.ui.internal.forms.Failures;

/**
 * All certificates of all places.
 *
 * @param rows     the certificates
 * @param problems one sentence for every place that could not be read; the others are listed all the same
 */
record StoreListing(List<StoreRow> rows, List<String> problems) {

	/** Reads the places; for background threads. */
	static StoreListing read(CertificateService certificates, Cancellation cancellation) {
		List<StoreRow> rows = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (CertificateProvider provider : certificates.providers()) {
			cancellation.check();
			try {
				for (CertificateEntry entry : provider.list(cancellation)) {
					rows.add(new StoreRow(entry, certificates.inspect(entry.certificate())));
				}
			} catch (CertificateAccessException e) {
				Failures.log(e);
				problems.add(e.getLocalizedMessage());
			}
		}
		return new StoreListing(List.copyOf(rows), List.copyOf(problems));
	}
}
