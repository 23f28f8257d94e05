package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.certificate.Thumbprint;

/**
 * The content of a store at the time of loading. Aliases are good within one loading only, because the stores number names that
 * occur twice.
 */
final class LoadedStore {

	private static final int TEST_BYTES = 32;

	private final StoreType type;
	private final KeyStore store;

	LoadedStore(StoreType type, KeyStore store) {
		this.type = type;
		this.store = store;
	}

	List<String> aliases() throws CertificateAccessException {
		try {
			return Collections.list(store.aliases());
		} catch (KeyStoreException | RuntimeException e) {
			throw StoreFailure.opening(type, e);
		}
	}

	/** Only of entries with a key. An entry that the store can't show must not hide the others. */
	Optional<X509Certificate> certificate(String alias) {
		try {
			return store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate
					? Optional.of(certificate)
					: Optional.empty();
		} catch (KeyStoreException | RuntimeException e) {
			return Optional.empty();
		}
	}

	List<X509Certificate> issuers(String alias) {
		try {
			Certificate[] chain = store.getCertificateChain(alias);
			return chain == null ? List.of()
					: Arrays.stream(chain).skip(1).filter(X509Certificate.class::isInstance)
							.map(X509Certificate.class::cast).toList();
		} catch (KeyStoreException | RuntimeException e) {
			return List.of();
		}
	}

	List<String> aliasesOf(X509Certificate certificate) throws CertificateAccessException {
		return aliasesOf(certificate::equals);
	}

	List<String> aliasesOf(String sha256) throws CertificateAccessException {
		return aliasesOf(certificate -> Thumbprint.sha256(certificate).equals(sha256));
	}

	private List<String> aliasesOf(Predicate<X509Certificate> wanted) throws CertificateAccessException {
		List<String> found = new ArrayList<>();
		for (String alias : aliases()) {
			if (certificate(alias).filter(wanted).isPresent()) {
				found.add(alias);
			}
		}
		return found;
	}

	/** @throws CertificateAccessException KEY_UNUSABLE, also when the certificate has gone */
	SigningKey signingKey(X509Certificate certificate) throws CertificateAccessException {
		return new SigningKey(key(certificate, Reason.KEY_UNUSABLE), signer());
	}

	/**
	 * The key that is given out first, of all entries with this certificate.
	 *
	 * @param refusal the reason when there is none
	 */
	PrivateKey key(X509Certificate certificate, Reason refusal) throws CertificateAccessException {
		Exception failure = null;
		for (String alias : aliasesOf(certificate)) {
			try {
				if (store.getKey(alias, type.envelope()) instanceof PrivateKey key) {
					return key;
				}
			} catch (GeneralSecurityException | RuntimeException e) {
				failure = e;
			}
		}
		throw new CertificateAccessException(refusal, failure);
	}

	/** Whether one of the entries has a key that works. */
	boolean signs(List<String> aliases, X509Certificate certificate) {
		if (aliases.isEmpty()) {
			return false;
		}
		byte[] data = new byte[TEST_BYTES];
		new SecureRandom().nextBytes(data);
		try {
			byte[] signature = signingKey(certificate).sign(SignatureAlgorithm.PS256, data);
			return SignatureAlgorithm.PS256.verify(certificate.getPublicKey(), data, signature);
		} catch (CertificateAccessException | GeneralSecurityException | RuntimeException e) {
			return false;
		}
	}

	void delete(List<String> aliases) throws KeyStoreException {
		for (String alias : aliases) {
			store.deleteEntry(alias);
		}
	}

	void set(String alias, PrivateKey key, List<X509Certificate> chain) throws KeyStoreException {
		store.setKeyEntry(alias, key, type.envelope(), chain.toArray(X509Certificate[]::new));
	}

	/** Windows has done it already; the keychain does it now. */
	void store() throws GeneralSecurityException, IOException {
		store.store(null, type.envelope());
	}

	/**
	 * Keys that stay in Windows can be used by the provider of the store only, while others in this Java machine may take them
	 * for their own and fail; the keychain hands its keys out and can't sign.
	 */
	private Optional<Provider> signer() {
		return Optional.of(store.getProvider()).filter(each -> each.getService("Signature", "RSASSA-PSS") != null); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
