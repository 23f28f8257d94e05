package dev.latchkey.certificate.jca;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import dev.latchkey.certificate.CertificateProvider;

/** Registers a provider for each store that this computer has. There may be none, as on Linux. */
@Component(service = {}, immediate = true)
public final class PlatformStores {

	private final List<ServiceRegistration<CertificateProvider>> registrations;

	@Activate
	public PlatformStores(BundleContext context) {
		registrations = providers(on(System.getProperty("os.name"), StoreLoader::probe)) //$NON-NLS-1$
				.map(each -> context.registerService(CertificateProvider.class, each, null)).toList();
	}

	@Deactivate
	void deactivate() {
		registrations.forEach(ServiceRegistration::unregister);
	}

	/**
	 * Asks for the stores of this operating system only: for an unknown type Java loads all its security providers, with the
	 * native libraries of smart cards, and this happens while the console starts.
	 */
	static Function<StoreType, Optional<StoreLoader>> on(String system, Function<String, Optional<StoreLoader>> java) {
		return type -> type.isOf(system) ? java.apply(type.jcaName()) : Optional.empty();
	}

	/** @param probe finds the loader of a type of store, if there is such a store */
	static Stream<CertificateProvider> providers(Function<StoreType, Optional<StoreLoader>> probe) {
		return Arrays.stream(StoreType.values())
				.flatMap(type -> probe.apply(type).map(loader -> provider(type, loader)).stream());
	}

	private static CertificateProvider provider(StoreType type, StoreLoader loader) {
		PlatformStore store = new PlatformStore(type, loader);
		return switch (type) {
			case WINDOWS_USER -> new WritableStoreProvider(store);
			// writing to it asks for an elevated console and gives keys to everybody: an administrator's tool does that better
			case WINDOWS_MACHINE -> new ListedStoreProvider(store);
			case MAC_KEYCHAIN -> new ExportingStoreProvider(store);
		};
	}
}
