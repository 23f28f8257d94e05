package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Optional;

/** Loads a store of the operating system with its content of this moment. */
@FunctionalInterface
interface StoreLoader {

	KeyStore load() throws GeneralSecurityException, IOException;

	/** Asks Java for a type of store; reads nothing. */
	static Optional<StoreLoader> probe(String type) {
		try {
			KeyStore.getInstance(type);
		} catch (KeyStoreException e) {
			return Optional.empty(); // another operating system, or an older Java
		}
		return Optional.of(() -> {
			KeyStore store = KeyStore.getInstance(type);
			store.load(null, null);
			return store;
		});
	}
}
