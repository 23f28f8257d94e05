package dev.latchkey.certificate.bc;

import java.security.cert.X509Certificate;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateImporter;
import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateRemover;
import dev.latchkey.certificate.KeyExporter;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;

/** Keeps keys in a key store file of the user: the default where the operating system has no store that Java can use. */
@Component(service = CertificateProvider.class)
public final class KeyStoreFileProvider implements CertificateProvider, CertificateImporter, CertificateRemover, KeyExporter {

	static final String ID = "keystore"; //$NON-NLS-1$

	/** Below the stores of operating systems. */
	private static final int RANK = 40;

	private final KeyStoreFile file;
	private volatile Listed listed;

	/** What was listed last: consoles ask far more often than anything changes. */
	private record Listed(StoreContent content, List<CertificateEntry> entries) {
	}

	@Activate
	public KeyStoreFileProvider(BundleContext context) {
		this(UserPlace.of(context));
	}

	KeyStoreFileProvider(UserPlace place) {
		file = new KeyStoreFile(place);
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String name() {
		return Messages.KeyStoreFile_name;
	}

	@Override
	public String description() {
		return Messages.KeyStoreFile_description;
	}

	@Override
	public int rank() {
		return RANK;
	}

	@Override
	public List<CertificateEntry> list(Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		StoreContent content = file.read(cancellation);
		Listed last = listed;
		if (last == null || last.content != content) {
			last = new Listed(content, content.keys().stream().map(this::entry).toList());
			listed = last;
		}
		return last.entries;
	}

	@Override
	public CertificateEntry add(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (material.key().getEncoded() == null) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		file.change((content, protection) -> content.with(new StoredKey(material.friendlyName(), material.certificate(),
				material.issuers(), protection.protect(material.key()))), cancellation);
		return entry(material.certificate(), material.issuers(), material.friendlyName());
	}

	@Override
	public void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (reference.providerId().equals(ID)) {
			file.change((content, protection) -> content.without(reference.sha256()), cancellation);
		}
	}

	@Override
	public KeyMaterial export(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (!reference.providerId().equals(ID)) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		return material(reference.sha256());
	}

	private CertificateEntry entry(StoredKey key) {
		return entry(key.certificate(), key.issuers(), key.friendlyName());
	}

	private CertificateEntry entry(X509Certificate certificate, List<X509Certificate> issuers, String friendlyName) {
		CertificateReference reference = CertificateReference.of(ID, certificate);
		return new CertificateEntry(reference, certificate, issuers, friendlyName, name(),
				() -> new SigningKey(material(reference.sha256()).key()));
	}

	/** By thumbprint, because another console may have given the entry another name meanwhile. */
	private KeyMaterial material(String sha256) throws CertificateAccessException {
		return file.query((content, protection) -> {
			StoredKey found = content.find(sha256)
					.orElseThrow(() -> new CertificateAccessException(Reason.KEY_UNUSABLE));
			return new KeyMaterial(protection.open(found.protectedKey()), found.certificate(), found.issuers(),
					found.friendlyName());
		});
	}
}
