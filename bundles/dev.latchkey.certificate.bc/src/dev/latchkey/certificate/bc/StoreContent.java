package dev.latchkey.certificate.bc;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bouncycastle.asn1.pkcs.SafeBag;

/** What is in the key store file. Immutable: a change makes another one. */
final class StoreContent {

	static final StoreContent EMPTY = new StoreContent(Map.of(), List.of());

	private final Map<String, StoredKey> keys;
	private final List<SafeBag> others;

	/**
	 * @param keys   by SHA-256 thumbprint
	 * @param others what somebody else has put into the file, to be kept
	 */
	StoreContent(Map<String, StoredKey> keys, List<SafeBag> others) {
		this.keys = Collections.unmodifiableMap(keys);
		this.others = List.copyOf(others);
	}

	Collection<StoredKey> keys() {
		return keys.values();
	}

	List<SafeBag> others() {
		return others;
	}

	Optional<StoredKey> find(String sha256) {
		return Optional.ofNullable(keys.get(sha256));
	}

	/** In place of the one with the same certificate. */
	StoreContent with(StoredKey key) {
		Map<String, StoredKey> changed = new LinkedHashMap<>(keys);
		changed.put(key.sha256(), key);
		return new StoreContent(changed, others);
	}

	/** @return the same when it is not there */
	StoreContent without(String sha256) {
		if (!keys.containsKey(sha256)) {
			return this;
		}
		Map<String, StoredKey> changed = new LinkedHashMap<>(keys);
		changed.remove(sha256);
		return new StoreContent(changed, others);
	}
}
