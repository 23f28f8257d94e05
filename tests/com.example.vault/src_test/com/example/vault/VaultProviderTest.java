package com.example.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.tck.CertificateProviderContract;
import dev.latchkey.certificate.tck.TestKeys;

class VaultProviderTest implements CertificateProviderContract {

	private static final KeyMaterial ONE = TestKeys.rsa("one");
	private static final KeyMaterial OTHER = TestKeys.rsa("other");

	private final List<StandInVault> vaults = new ArrayList<>();

	private StandInVault vault(KeyMaterial... materials) throws IOException {
		StandInVault vault = new StandInVault(0, materials);
		vaults.add(vault);
		return vault;
	}

	@AfterEach
	void close() {
		vaults.forEach(StandInVault::close);
	}

	@Override
	public CertificateProvider provider() throws IOException {
		return new VaultProvider(vault(ONE, OTHER).address());
	}

	@Override
	public CertificateProvider emptyProvider() throws IOException {
		return new VaultProvider(vault().address());
	}

	@Override
	public CertificateProvider brokenProvider() throws IOException {
		StandInVault vault = vault();
		vault.close();
		return new VaultProvider(vault.address());
	}
}
