package dev.latchkey.certificate.jca;

import java.security.KeyStore;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** KeyStore types as another operating system has them, from a provider that is never installed. */
final class Stores extends Provider {

	private static final long serialVersionUID = 1;

	private final transient Map<String, Supplier<KeyStoreSpi>> stores;

	private Stores(Map<String, Supplier<KeyStoreSpi>> stores, boolean signs) {
		super("Stores", "1", "Stores of another operating system");
		this.stores = stores;
		for (String type : stores.keySet()) {
			putService(new StoreService(type));
		}
		if (signs) {
			put("Signature.RSASSA-PSS", OpaqueSignature.Pss.class.getName());
			put("Signature.SHA256withRSA", OpaqueSignature.Pkcs1.class.getName());
		}
	}

	static Function<StoreType, Optional<StoreLoader>> windows(SystemStore user) {
		return probe(new Stores(Map.of("Windows-MY", () -> new WindowsLikeStore(user)), true));
	}

	static Function<StoreType, Optional<StoreLoader>> windows(SystemStore user, SystemStore machine) {
		return probe(new Stores(Map.of("Windows-MY", () -> new WindowsLikeStore(user), "Windows-MY-LOCALMACHINE",
				() -> new WindowsLikeStore(machine)), true));
	}

	static Function<StoreType, Optional<StoreLoader>> mac(SystemStore keychain) {
		return probe(new Stores(Map.of("KeychainStore", () -> new KeychainLikeStore(keychain)), false));
	}

	private static Function<StoreType, Optional<StoreLoader>> probe(Stores provider) {
		return type -> provider.stores.containsKey(type.jcaName()) ? Optional.of(() -> {
			KeyStore store = KeyStore.getInstance(type.jcaName(), provider);
			store.load(null, null);
			return store;
		}) : Optional.empty();
	}

	private final class StoreService extends Service {

		StoreService(String type) {
			super(Stores.this, "KeyStore", type, KeyStoreSpi.class.getName(), null, null);
		}

		@Override
		public Object newInstance(Object parameter) {
			return stores.get(getAlgorithm()).get();
		}
	}
}
