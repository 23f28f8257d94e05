package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyMaterial;

/** One store of the operating system. Loaded anew each time, because others change it. */
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
		LoadedStore store = load();
		// the same certificate may lie there under two names: it is one certificate all the same
		Map<String, CertificateEntry> entries = new LinkedHashMap<>();
		for (String alias : store.aliases()) {
			cancellation.check();
			store.certificate(alias).map(certificate -> entry(store, alias, certificate))
					.ifPresent(each -> entries.putIfAbsent(each.reference().sha256(), each));
		}
		return List.copyOf(entries.values());
	}

	private CertificateEntry entry(LoadedStore store, String alias, X509Certificate certificate) {
		return new CertificateEntry(CertificateReference.of(type.id(), certificate), certificate, store.issuers(alias),
				type.friendlyName(alias, certificate), type.label(), () -> load().signingKey(certificate));
	}

	/**
	 * Keeps the key and never replaces the entry of another certificate. A key that is there already, and works, stays: it is the
	 * same key, and may be kept better than ours.
	 */
	synchronized void put(KeyMaterial material) throws CertificateAccessException {
		List<X509Certificate> chain = new ArrayList<>(List.of(material.certificate()));
		chain.addAll(material.issuers());
		try {
			change(store -> {
				List<String> present = store.aliasesOf(material.certificate());
				if (store.signs(present, material.certificate())) {
					return;
				}
				String alias = present.isEmpty() ? new FreeAlias(store.aliases()).of(material) : present.get(0);
				// before, not by replacing: Windows removes the old certificate last, and takes the same one for it
				store.delete(present);
				store.set(alias, material.key(), chain);
			});
		} catch (UnsupportedOperationException e) {
			// Windows takes RSA keys only
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, e, material.key().getAlgorithm());
		}
	}

	synchronized void delete(String sha256) throws CertificateAccessException {
		change(store -> store.delete(store.aliasesOf(sha256)));
		if (!load().aliasesOf(sha256).isEmpty()) {
			// the keychain does not say so
			throw new CertificateAccessException(Reason.STORE_NOT_WRITABLE, type.label());
		}
	}

	KeyMaterial export(String sha256) throws CertificateAccessException {
		LoadedStore store = load();
		String alias = store.aliasesOf(sha256).stream().findFirst()
				.orElseThrow(() -> new CertificateAccessException(Reason.KEY_UNUSABLE));
		X509Certificate certificate = store.certificate(alias)
				.orElseThrow(() -> new CertificateAccessException(Reason.KEY_UNUSABLE));
		PrivateKey key = store.key(certificate, Reason.NOT_EXPORTABLE);
		if (key.getEncoded() == null) {
			throw new CertificateAccessException(Reason.NOT_EXPORTABLE);
		}
		return new KeyMaterial(key, certificate, store.issuers(alias), type.friendlyName(alias, certificate));
	}

	@FunctionalInterface
	private interface Edit {
		void apply(LoadedStore store) throws GeneralSecurityException, CertificateAccessException;
	}

	private void change(Edit edit) throws CertificateAccessException {
		LoadedStore store = load();
		try {
			edit.apply(store);
			store.store();
		} catch (UnsupportedOperationException e) {
			throw e;
		} catch (GeneralSecurityException | IOException | RuntimeException e) {
			throw new CertificateAccessException(Reason.STORE_NOT_WRITABLE, e, type.label());
		}
	}

	private LoadedStore load() throws CertificateAccessException {
		try {
			return new LoadedStore(type, loader.load());
		} catch (GeneralSecurityException | IOException | RuntimeException e) {
			throw StoreFailure.opening(type, e);
		}
	}
}
