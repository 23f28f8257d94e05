package dev.latchkey.certificate.jca;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Behaves like the JDK's KeychainStore: aliases without case, keys only for a password that is not empty, and nothing is written
 * before {@code store}.
 */
final class KeychainLikeStore extends KeyStoreSpi {

	private final SystemStore system;
	private final Map<String, SystemStore.Item> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
	private final List<SystemStore.Item> deleted = new ArrayList<>();
	private final List<SystemStore.Item> added = new ArrayList<>();

	KeychainLikeStore(SystemStore system) {
		this.system = system;
	}

	@Override
	public void engineLoad(InputStream stream, char[] password) {
		entries.clear();
		system.items.forEach(item -> entries.put(item.name(), item));
	}

	@Override
	public Key engineGetKey(String alias, char[] password) throws UnrecoverableKeyException {
		if (password == null || password.length == 0) {
			throw new UnrecoverableKeyException("Password is needed");
		}
		return entries.get(alias).key();
	}

	@Override
	public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
		engineDeleteEntry(alias);
		SystemStore.Item item = new SystemStore.Item(alias, (PrivateKey) key, chain);
		entries.put(alias, item);
		added.add(item);
	}

	@Override
	public void engineDeleteEntry(String alias) {
		SystemStore.Item old = entries.remove(alias);
		if (old != null) {
			deleted.add(old);
		}
	}

	@Override
	public void engineStore(OutputStream stream, char[] password) {
		deleted.forEach(system::remove);
		system.items.addAll(added);
	}

	@Override
	public Certificate[] engineGetCertificateChain(String alias) {
		return entries.get(alias).chain();
	}

	@Override
	public Certificate engineGetCertificate(String alias) {
		return entries.get(alias).chain()[0];
	}

	@Override
	public boolean engineIsKeyEntry(String alias) {
		return entries.get(alias).key() != null;
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
