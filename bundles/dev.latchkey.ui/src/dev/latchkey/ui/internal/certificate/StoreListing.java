package dev.latchkey.ui.internal.certificate;

import java.util.ArrayList;
import java.util.List;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificatePolicy;
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
		certificates.list(listing -> {
			listing.entries().forEach(entry -> rows
					.add(new StoreRow(entry, certificates.inspect(entry.certificate(), CertificatePolicy.USUAL))));
			listing.problem().ifPresent(problem -> {
				Failures.log(problem);
				problems.add(problem.getLocalizedMessage());
			});
		}, cancellation);
		return new StoreListing(List.copyOf(rows), List.copyOf(problems));
	}
}
