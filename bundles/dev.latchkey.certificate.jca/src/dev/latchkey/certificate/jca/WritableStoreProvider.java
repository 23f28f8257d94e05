package dev.latchkey.certificate.jca;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyMaterial;

/** Offers the certificates of a store of the operating system and takes new ones. */
sealed class WritableStoreProvider extends ListedStoreProvider implements CertificateImporter, CertificateRemover
		permits ExportingStoreProvider {

	private final PlatformStore store;

	WritableStoreProvider(PlatformStore store) {
		super(store);
		this.store = store;
	}

	@Override
	public final CertificateEntry add(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (material.key().getEncoded() == null) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		store.put(material);
		CertificateReference reference = CertificateReference.of(id(), material.certificate());
		return list(Cancellation.NEVER).stream().filter(each -> each.reference().equals(reference)).findFirst()
				.orElseThrow(() -> new CertificateAccessException(Reason.STORE_NOT_WRITABLE, name()));
	}

	@Override
	public final void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (reference.providerId().equals(id())) {
			store.delete(reference.sha256());
		}
	}
}
