package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.certificate.Thumbprint;

/**
 * One store of the operating system. Loaded anew each time, because others change it; aliases are good within one loading only,
 * because Windows numbers those that occur twice.
 */
final class PlatformStore {

	private final StoreType type;
	private final StoreLoader loader;

	PlatformStore(StoreType type, StoreLoader loader) {
		this.type = type;
		this.loader = loader;
	}

	StoreType type() {
		return type;
	}

	List<CertificateEntry> entries(Cancellation cancellation) throws CertificateAccessException {
		KeyStore store = load();
		// the same certificate may lie there under two names: it is one certificate all the same
		Map<String, CertificateEntry> entries = new LinkedHashMap<>();
		for (String alias : aliases(store)) {
			cancellation.check();
			entry(store, alias).ifPresent(each -> entries.putIfAbsent(each.reference().sha256(), each));
		}
		return List.copyOf(entries.values());
	}

	/** Keeps the key and replaces the entry of the same certificate, but never that of another. */
	synchronized void put(KeyMaterial material) throws CertificateAccessException {
		List<X509Certificate> chain = new ArrayList<>(List.of(material.certificate()));
		chain.addAll(material.issuers());
		change(store -> {
			String alias = new FreeAlias(aliases(store)).of(material, aliasOf(store, material.certificate()));
			store.setKeyEntry(alias, material.key(), type.envelope(), chain.toArray(X509Certificate[]::new));
		});
	}

	synchronized void delete(String sha256) throws CertificateAccessException {
		change(store -> {
			for (String alias : aliases(store)) {
				if (certificate(store, alias).filter(each -> Thumbprint.sha256(each).equals(sha256)).isPresent()) {
					store.deleteEntry(alias);
				}
			}
		});
	}

	@FunctionalInterface
	private interface Edit {
		void apply(KeyStore store) throws GeneralSecurityException, CertificateAccessException;
	}

	private void change(Edit edit) throws CertificateAccessException {
		KeyStore store = load();
		try {
			edit.apply(store);
			// Windows has done it already; the keychain does it now
			store.store(null, type.envelope());
		} catch (GeneralSecurityException | IOException | ProviderException e) {
			throw new CertificateAccessException(Reason.STORE_NOT_WRITABLE, e, type.label());
		}
	}

	private KeyStore load() throws CertificateAccessException {
		try {
			return loader.load();
		} catch (GeneralSecurityException | IOException | ProviderException e) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, e, type.label());
		}
	}

	private List<String> aliases(KeyStore store) throws CertificateAccessException {
		try {
			return Collections.list(store.aliases());
		} catch (KeyStoreException | ProviderException e) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, e, type.label());
		}
	}

	private Optional<CertificateEntry> entry(KeyStore store, String alias) {
		return certificate(store, alias)
				.map(certificate -> new CertificateEntry(CertificateReference.of(type.id(), certificate), certificate,
						issuers(store, alias), alias, type.label(), () -> open(store, alias)));
	}

	/** Only of entries with a key. An entry that the store can't show must not hide the others. */
	private static Optional<X509Certificate> certificate(KeyStore store, String alias) {
		try {
			return store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate
					? Optional.of(certificate)
					: Optional.empty();
		} catch (KeyStoreException | ProviderException e) {
			return Optional.empty();
		}
	}

	private static List<X509Certificate> issuers(KeyStore store, String alias) {
		try {
			Certificate[] chain = store.getCertificateChain(alias);
			return chain == null ? List.of()
					: Arrays.stream(chain).skip(1).filter(X509Certificate.class::isInstance)
							.map(X509Certificate.class::cast).toList();
		} catch (KeyStoreException | ProviderException e) {
			return List.of();
		}
	}

	private static Optional<String> aliasOf(KeyStore store, X509Certificate wanted) throws KeyStoreException {
		for (String alias : Collections.list(store.aliases())) {
			if (certificate(store, alias).filter(wanted::equals).isPresent()) {
				return Optional.of(alias);
			}
		}
		return Optional.empty();
	}

	private SigningKey open(KeyStore store, String alias) throws CertificateAccessException {
		try {
			if (store.getKey(alias, type.envelope()) instanceof PrivateKey key) {
				return new SigningKey(key, signer(store.getProvider()));
			}
			throw new CertificateAccessException(Reason.KEY_UNUSABLE);
		} catch (GeneralSecurityException | ProviderException e) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE, e);
		}
	}

	/**
	 * Keys that stay in Windows can be used by the provider of the store only, while others in this Java machine may take them
	 * for their own and fail; the keychain hands its keys out and can't sign.
	 */
	private static Optional<Provider> signer(Provider provider) {
		return Optional.of(provider).filter(each -> each.getService("Signature", "RSASSA-PSS") != null); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
