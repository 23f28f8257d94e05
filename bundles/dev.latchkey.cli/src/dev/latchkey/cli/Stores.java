package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyMaterial;

/** The certificate stores of this console. */
final class Stores {

	private final Environment environment;
	private final CertificateService service;

	Stores(Environment environment) throws Refusal {
		this.environment = environment;
		service = environment.services().get(CertificateService.class);
	}

	/** Keeps a key in the first store that takes keys. */
	Report keep(KeyMaterial key) throws CertificateAccessException, Refusal {
		CertificateImporter importer = service.first(CertificateImporter.class)
				.orElseThrow(() -> new Refusal(Refusal.NO_STORE, Messages.noStore));
		CertificateEntry entry = importer.add(key, environment.cancellation());
		return new CertificateReport(new Examination(environment).of(entry), Optional.empty(), Optional.of(entry.store()));
	}

	/** Everywhere where the certificate is; in one place at least. */
	List<CertificateEntry> find(Fingerprint fingerprint) throws Refusal {
		List<CertificateEntry> found = new ArrayList<>();
		List<CertificateAccessException> problems = new ArrayList<>();
		service.list(listing -> {
			listing.entries().stream().filter(each -> fingerprint.matches(each.certificate())).forEach(found::add);
			listing.problem().ifPresent(problems::add);
		}, environment.cancellation());
		if (found.isEmpty()) {
			problems.forEach(each -> environment.terminal().say(each.getLocalizedMessage()));
			throw new Refusal(Refusal.NO_SUCH_CERTIFICATE, Messages.noSuchCertificate);
		}
		return found;
	}

	/** Gets the key out of the first of the places that gives it. */
	KeyMaterial export(List<CertificateEntry> places) throws CertificateAccessException {
		CertificateAccessException problem = new CertificateAccessException(Reason.NOT_EXPORTABLE);
		for (CertificateEntry each : places) {
			try {
				return exporter(each).export(each.reference(), environment.cancellation());
			} catch (CertificateAccessException e) {
				problem = e;
			}
		}
		throw problem;
	}

	private KeyExporter exporter(CertificateEntry entry) throws CertificateAccessException {
		return service.capability(entry.reference().providerId(), KeyExporter.class)
				.orElseThrow(() -> new CertificateAccessException(Reason.NOT_EXPORTABLE));
	}
}
