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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Behaves like the JDK's KeychainStore: names in lower case and numbered where they occur twice, keys only for a password that is
 * not empty, nothing written before {@code store}, and no word about what failed.
 */
final class KeychainLikeStore extends KeyStoreSpi {

	private final SystemStore system;
	private final Map<String, SystemStore.Item> entries = new LinkedHashMap<>();
	private final List<SystemStore.Item> deleted = new ArrayList<>();
	private final List<SystemStore.Item> added = new ArrayList<>();

	KeychainLikeStore(SystemStore system) {
		this.system = system;
	}

	@Override
	public void engineLoad(InputStream stream, char[] password) {
		entries.clear();
		for (SystemStore.Item item : system.items) {
			String alias = item.name();
			for (int number = 1; get(alias) != null; number++) {
				alias = item.name() + " " + number;
			}
			entries.put(lower(alias), item);
		}
	}

	@Override
	public Key engineGetKey(String alias, char[] password) throws UnrecoverableKeyException {
		if (password == null || password.length == 0) {
			throw new UnrecoverableKeyException("Password is needed");
		}
		return system.locked || get(alias) == null ? null : get(alias).key();
	}

	@Override
	public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
		SystemStore.Item old = get(alias);
		if (old != null) {
			deleted.add(old);
		}
		SystemStore.Item item = new SystemStore.Item(alias, (PrivateKey) key, chain);
		entries.put(lower(alias), item);
		added.add(item);
	}

	@Override
	public void engineDeleteEntry(String alias) {
		deleted.add(entries.remove(lower(alias)));
	}

	@Override
	public void engineStore(OutputStream stream, char[] password) {
		if (!system.locked) {
			deleted.forEach(system::remove);
			system.items.addAll(added);
		}
	}

	private SystemStore.Item get(String alias) {
		return entries.get(lower(alias));
	}

	private static String lower(String alias) {
		return alias.toLowerCase(Locale.ROOT);
	}

	@Override
	public Certificate[] engineGetCertificateChain(String alias) {
		return get(alias).chain();
	}

	@Override
	public Certificate engineGetCertificate(String alias) {
		return get(alias).chain()[0];
	}

	@Override
	public boolean engineIsKeyEntry(String alias) {
		return get(alias).key() != null;
	}

	@Override
	public Enumeration<String> engineAliases() {
		return Collections.enumeration(entries.keySet());
	}

	@Override
	public boolean engineContainsAlias(String alias) {
		return get(alias) != null;
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
