package dev.latchkey.certificate.bc;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import dev.latchkey.certificate.Thumbprint;

/** Keeps keys in a key store file of the user: the default where the operating system has no store that Java can use. */
@Component(service = CertificateProvider.class)
public final class KeyStoreFileProvider implements CertificateProvider, CertificateImporter, CertificateRemover, KeyExporter {

	static final String ID = "keystore"; //$NON-NLS-1$

	/** Below the stores of operating systems. */
	private static final int RANK = 40;

	private final KeyStoreFile file;

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
		KeyStore store = file.read(cancellation);
		try {
			List<CertificateEntry> entries = new ArrayList<>();
			for (String alias : Collections.list(store.aliases())) {
				cancellation.check();
				if (store.isKeyEntry(alias)) {
					entries.add(entry(alias, store.getCertificateChain(alias)));
				}
			}
			return List.copyOf(entries);
		} catch (KeyStoreException e) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, e, name());
		}
	}

	@Override
	public CertificateEntry add(KeyMaterial material, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (material.key().getEncoded() == null) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		X509Certificate certificate = material.certificate();
		List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
		chain.addAll(material.issuers());
		X509Certificate[] certificates = chain.toArray(X509Certificate[]::new);
		StoreAlias alias = StoreAlias.of(certificate, material.friendlyName());
		file.change((store, password) -> {
			delete(store, alias.sha256());
			store.setKeyEntry(alias.toString(), material.key(), password, certificates);
			return true;
		}, cancellation);
		return entry(alias.toString(), certificates);
	}

	@Override
	public void remove(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (reference.providerId().equals(ID)) {
			file.change((store, password) -> delete(store, reference.sha256()), cancellation);
		}
	}

	@Override
	public KeyMaterial export(CertificateReference reference, Cancellation cancellation) throws CertificateAccessException {
		cancellation.check();
		if (!reference.providerId().equals(ID)) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		}
		return file.query((store, password) -> {
			String alias = alias(store, reference.sha256());
			CertificateEntry entry = entry(alias, store.getCertificateChain(alias));
			return new KeyMaterial((PrivateKey) store.getKey(alias, password), entry.certificate(), entry.issuers(),
					entry.friendlyName());
		});
	}

	private static boolean delete(KeyStore store, String sha256) throws KeyStoreException {
		boolean found = false;
		for (String alias : Collections.list(store.aliases())) {
			if (StoreAlias.parse(alias).sha256().equals(sha256)) {
				store.deleteEntry(alias);
				found = true;
			}
		}
		return found;
	}

	private CertificateEntry entry(String alias, Certificate[] chain) {
		List<X509Certificate> certificates = Arrays.stream(chain).map(X509Certificate.class::cast).toList();
		X509Certificate certificate = certificates.get(0);
		return new CertificateEntry(CertificateReference.of(ID, certificate), certificate,
				certificates.subList(1, certificates.size()), StoreAlias.parse(alias).friendlyName(), name(),
				() -> open(Thumbprint.sha256(certificate)));
	}

	/** By thumbprint, because another console may have given the entry another name meanwhile. */
	private SigningKey open(String sha256) throws CertificateAccessException {
		return file.query(
				(store, password) -> new SigningKey((PrivateKey) store.getKey(alias(store, sha256), password)));
	}

	private static String alias(KeyStore store, String sha256) throws GeneralSecurityException {
		for (String alias : Collections.list(store.aliases())) {
			if (StoreAlias.parse(alias).sha256().equals(sha256)) {
				return alias;
			}
		}
		throw new GeneralSecurityException("The key was removed"); //$NON-NLS-1$
	}
}
