package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreException;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Behaves like the JDK's Windows-MY: numbers friendly names that occur twice, writes at once, takes RSA keys only, gives out keys
 * that have no encoded form, and replaces what has the same alias by adding the new certificate and then removing the old one,
 * even when both are the same.
 */
final class WindowsLikeStore extends KeyStoreSpi {

	private final SystemStore system;
	private final Map<String, SystemStore.Item> entries = new LinkedHashMap<>();

	WindowsLikeStore(SystemStore system) {
		this.system = system;
	}

	@Override
	public void engineLoad(InputStream stream, char[] password) throws IOException {
		entries.clear();
		if (system.error != 0) {
			throw new IOException(new KeyStoreException("error " + system.error + ", Zugriff verweigert\r\n"));
		}
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
		SystemStore.Item item = entries.get(alias);
		return item == null || item.key() == null ? null : new OpaqueKey(item.key());
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
		if (!(key instanceof RSAPrivateCrtKey)) {
			throw new UnsupportedOperationException("Cannot assign the key to the given alias.");
		}
		if (system.locked) {
			throw new KeyStoreException("error 5, Zugriff verweigert\r\n");
		}
		SystemStore.Item old = entries.get(alias);
		SystemStore.Item item = new SystemStore.Item(alias, (PrivateKey) key, chain);
		system.items.removeIf(each -> isOf(each, chain[0]));
		system.items.add(item);
		entries.put(alias, item);
		if (old != null) {
			remove(old);
		}
	}

	@Override
	public void engineDeleteEntry(String alias) {
		remove(entries.remove(alias));
	}

	/** By certificate and name, whoever put it there. */
	private void remove(SystemStore.Item old) {
		system.items.removeIf(each -> isOf(each, old.chain()[0]) && each.name().equals(old.name()));
	}

	private static boolean isOf(SystemStore.Item item, Certificate certificate) {
		return item.chain() != null && item.chain()[0].equals(certificate);
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
