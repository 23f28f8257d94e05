package dev.latchkey.certificate.jca;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyMaterial;

/** Offers the certificates of a store of the operating system that takes new keys and hands them out again. */
final class ExportingStoreProvider extends WritableStoreProvider implements KeyExporter {

	private final PlatformStore store;

	ExportingStoreProvider(PlatformStore store) {
		super(store);
		this.store = store;
	}

	@Override
	public KeyMaterial export(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (!reference.providerId().equals(id())) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		return store.export(reference.sha256());
	}
}
