package dev.latchkey.certificate.jca;

import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.certificate.CertificateProvider;

class WindowsMachineContractTest implements SystemStoreContract {

	@Override
	public CertificateProvider over(SystemStore store) {
		return over(Stores.windows(new SystemStore(), store));
	}

	@Override
	public CertificateProvider over(Function<StoreType, Optional<StoreLoader>> probe) {
		return PlatformStores.providers(probe).filter(each -> each.id().equals("windows-machine")).findFirst().orElseThrow();
	}
}
