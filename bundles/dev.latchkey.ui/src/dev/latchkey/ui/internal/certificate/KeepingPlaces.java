package dev.latchkey.ui.internal.certificate;

import java.util.Optional;

import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileLinker;

/**
 * Where keys can be kept.
 *
 * @param importer name of the place that keeps copies of keys; empty when there is none
 * @param linking  whether key files can be used where they lie
 */
public record KeepingPlaces(Optional<String> importer, boolean linking) {

	static KeepingPlaces of(CertificateService certificates) {
		Optional<String> importer = certificates.providers().stream().filter(CertificateImporter.class::isInstance)
				.findFirst().flatMap(certificates::name);
		return new KeepingPlaces(importer, certificates.first(KeyFileLinker.class).isPresent());
	}
}
