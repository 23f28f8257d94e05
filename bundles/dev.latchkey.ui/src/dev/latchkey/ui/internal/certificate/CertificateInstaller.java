package dev.latchkey.ui.internal.certificate;

import java.nio.file.Path;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyFileLinker;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedIssuer;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.certificate.Thumbprint;

/** Brings a certificate to where it will be found again. For background threads. */
final class CertificateInstaller {

	private final CertificateService certificates;
	private final SelfSignedIssuer issuer;

	CertificateInstaller(CertificateService certificates, SelfSignedIssuer issuer) {
		this.certificates = certificates;
		this.issuer = issuer;
	}

	CertificateEntry generate(SelfSignedRequest request, Cancellation cancellation) throws CertificateAccessException {
		// The place is looked for first: a key that can't be kept need not be made.
		CertificateImporter place = place();
		return place.add(issuer.issue(request, cancellation), cancellation);
	}

	CertificateEntry copy(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException {
		return place().add(material, cancellation);
	}

	/** @param password stays the caller's to clear */
	CertificateEntry link(Path file, char[] password, KeyMaterial material, Cancellation cancellation)
			throws CertificateAccessException {
		KeyFileLinker linker = certificates.first(KeyFileLinker.class).orElseThrow(CertificateInstaller::nowhere);
		return linker.link(file, password, Thumbprint.sha256(material.certificate()), cancellation);
	}

	private CertificateImporter place() throws CertificateAccessException {
		return certificates.first(CertificateImporter.class).orElseThrow(CertificateInstaller::nowhere);
	}

	private static CertificateAccessException nowhere() {
		return new CertificateAccessException(Reason.STORE_UNAVAILABLE, Messages.CertificateInstaller_defaultStore);
	}
}
