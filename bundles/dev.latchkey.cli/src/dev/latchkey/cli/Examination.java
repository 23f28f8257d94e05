package dev.latchkey.cli;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/** Finds out what is to be said of certificates before they are used. */
final class Examination {

	private static final String FILE = "file"; //$NON-NLS-1$

	private final CertificateService service;
	private final Cancellation cancellation;

	Examination(Environment environment) throws Refusal {
		service = environment.services().get(CertificateService.class);
		cancellation = environment.cancellation();
	}

	/** With a test signature where the key is there. */
	Described of(KeyFileContent.Entry entry, List<KeyMaterial> keys) {
		Optional<KeyMaterial> key = keys.stream().filter(each -> each.certificate().equals(entry.certificate())).findFirst();
		return Described.of(entry, key.map(this::findings).orElseGet(() -> findings(entry.certificate())));
	}

	/** With a test signature. */
	Described of(CertificateEntry entry) {
		return Described.of(entry, service.examine(entry, CertificatePolicy.USUAL, cancellation));
	}

	private List<Finding> findings(KeyMaterial key) {
		CertificateEntry entry = new CertificateEntry(CertificateReference.of(FILE, key.certificate()), key.certificate(),
				key.issuers(), key.friendlyName(), FILE, () -> new SigningKey(key.key()));
		return service.examine(entry, CertificatePolicy.USUAL, cancellation);
	}

	private List<Finding> findings(X509Certificate certificate) {
		return service.inspect(certificate, CertificatePolicy.USUAL);
	}
}
