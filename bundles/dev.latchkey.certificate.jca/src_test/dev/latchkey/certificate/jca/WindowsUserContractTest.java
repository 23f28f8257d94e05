package dev.latchkey.certificate.jca;

import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.tck.CertificateImporterContract;
import dev.latchkey.certificate.tck.CertificateRemoverContract;

class WindowsUserContractTest implements SystemStoreContract, CertificateImporterContract, CertificateRemoverContract {

	@Override
	public CertificateProvider over(SystemStore store) {
		return over(Stores.windows(store));
	}

	@Override
	public CertificateProvider over(Function<StoreType, Optional<StoreLoader>> probe) {
		return PlatformStores.providers(probe).filter(each -> each.id().equals("windows-user")).findFirst().orElseThrow();
	}
}
