package dev.latchkey.certificate.jca;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.tck.CertificateProviderContract;
import dev.latchkey.certificate.tck.TestKeys;

/** The contract over stores that behave like an operating system's. */
interface SystemStoreContract extends CertificateProviderContract {

	/** Made once. */
	Material ONE = fresh("one");
	Material OTHER = fresh("other");

	/** The provider of such a store. */
	CertificateProvider over(SystemStore store);

	/** The same for whatever the operating system answers. */
	CertificateProvider over(Function<StoreType, Optional<StoreLoader>> probe);

	@Override
	default CertificateProvider provider() {
		return over(new SystemStore().with("one", ONE).with("other", OTHER));
	}

	@Override
	default CertificateProvider emptyProvider() {
		return over(new SystemStore());
	}

	@Override
	default CertificateProvider brokenProvider() {
		return over(type -> Optional.of(() -> {
			throw new IOException("The service was stopped");
		}));
	}

	private static Material fresh(String name) {
		KeyMaterial material = TestKeys.rsa(name);
		return new Material(material.key(), material.certificate());
	}
}
