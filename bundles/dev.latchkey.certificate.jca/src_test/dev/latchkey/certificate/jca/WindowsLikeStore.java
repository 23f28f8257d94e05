package dev.latchkey.certificate.jca;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreException;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Behaves like the JDK's Windows-MY: numbers friendly names that occur twice, writes at once, replaces what has the same alias,
 * and gives out keys that have no encoded form.
 */
final class WindowsLikeStore extends KeyStoreSpi {

	private final SystemStore system;
	private final Map<String, SystemStore.Item> entries = new LinkedHashMap<>();

	WindowsLikeStore(SystemStore system) {
		this.system = system;
	}

	@Override
	public void engineLoad(InputStream stream, char[] password) {
		entries.clear();
		for (SystemStore.Item item : system.items) {
			String alias = item.name();
			for (int number = 1; entries.containsKey(alias); number++) {
				alias = item.name() + " (" + number + ')';
			}
			entries.put(alias, item);
		}
	}

	@Override
	public Key engineGetKey(String alias, char[] password) {
		PrivateKey key = entries.get(alias).key();
		return key == null ? null : new OpaqueKey(key);
	}

	@Override
	public Certificate[] engineGetCertificateChain(String alias) {
		return entries.get(alias).chain();
	}

	@Override
	public Certificate engineGetCertificate(String alias) {
		Certificate[] chain = entries.get(alias).chain();
		if (chain == null) {
			throw new ProviderException("The certificate can't be read");
		}
		return chain[0];
	}

	@Override
	public boolean engineIsKeyEntry(String alias) {
		return entries.get(alias).key() != null || entries.get(alias).chain() == null;
	}

	@Override
	public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) throws KeyStoreException {
		if (password != null) {
			throw new KeyStoreException("Password must be null");
		}
		SystemStore.Item old = entries.get(alias);
		SystemStore.Item item = new SystemStore.Item(alias, (PrivateKey) key, chain);
		if (old != null) {
			system.remove(old);
		}
		system.items.add(item);
		entries.put(alias, item);
	}

	@Override
	public void engineDeleteEntry(String alias) {
		system.remove(entries.remove(alias));
	}

	@Override
	public void engineStore(OutputStream stream, char[] password) {
		if (stream != null || password != null) {
			throw new IllegalArgumentException("Nothing to store");
		}
	}

	@Override
	public Enumeration<String> engineAliases() {
		return Collections.enumeration(entries.keySet());
	}

	@Override
	public boolean engineContainsAlias(String alias) {
		return entries.containsKey(alias);
	}

	@Override
	public int engineSize() {
		return entries.size();
	}

	@Override
	public boolean engineIsCertificateEntry(String alias) {
		return !engineIsKeyEntry(alias);
	}

	@Override
	public String engineGetCertificateAlias(Certificate certificate) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Date engineGetCreationDate(String alias) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void engineSetCertificateEntry(String alias, Certificate certificate) {
		throw new UnsupportedOperationException();
	}
}
