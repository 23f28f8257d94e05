package dev.latchkey.cli;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.KeyAccess;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.registration.ClientCertificate;

/**
 * The certificate that a command works with.
 *
 * @param entry where it is kept; empty as long as it is in a file only
 * @param key   of the file; empty when it is kept
 */
record UsedCertificate(Optional<CertificateEntry> entry, Optional<KeyMaterial> key) {

	static UsedCertificate kept(CertificateEntry entry) {
		return new UsedCertificate(Optional.of(entry), Optional.empty());
	}

	static UsedCertificate inFile(KeyMaterial key) {
		return new UsedCertificate(Optional.empty(), Optional.of(key));
	}

	X509Certificate certificate() {
		return entry.map(CertificateEntry::certificate).orElseGet(() -> key.orElseThrow().certificate());
	}

	ClientCertificate client() {
		KeyAccess access = entry.map(CertificateEntry::key).orElseGet(() -> () -> new SigningKey(key.orElseThrow().key()));
		return new ClientCertificate(certificate(), data -> sign(access, data));
	}

	private static byte[] sign(KeyAccess access, byte[] data) throws GeneralSecurityException {
		try {
			return access.open().sign(SignatureAlgorithm.PS256, data);
		} catch (CertificateAccessException e) {
			throw new InvalidKeyException(e.reason().name(), e);
		}
	}

	/** A connection names its certificate, so one in a file is kept in the first store that takes keys. */
	CertificateEntry keep(CertificateService service, Cancellation cancellation) throws CertificateAccessException, Refusal {
		if (entry.isPresent()) {
			return entry.get();
		}
		return service.first(CertificateImporter.class).orElseThrow(() -> new Refusal(Refusal.NO_STORE, Messages.noStore))
				.add(key.orElseThrow(), cancellation);
	}
}
