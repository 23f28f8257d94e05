package dev.latchkey.certificate.jca;

import java.util.Optional;
import java.util.function.Function;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.tck.CertificateImporterContract;
import dev.latchkey.certificate.tck.CertificateRemoverContract;
import dev.latchkey.certificate.tck.KeyExporterContract;

class KeychainContractTest implements SystemStoreContract, CertificateImporterContract, CertificateRemoverContract,
		KeyExporterContract {

	@Override
	public CertificateProvider over(SystemStore store) {
		return over(Stores.mac(store));
	}

	@Override
	public CertificateProvider over(Function<StoreType, Optional<StoreLoader>> probe) {
		return PlatformStores.providers(probe).filter(each -> each.id().equals("macos-keychain")).findFirst().orElseThrow();
	}
}
