package dev.latchkey.certificate.bc;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.tck.CertificateImporterContract;
import dev.latchkey.certificate.tck.CertificateRemoverContract;
import dev.latchkey.certificate.tck.KeyExporterContract;
import dev.latchkey.certificate.tck.TestKeys;

class KeyStoreFileContractTest implements CertificateImporterContract, CertificateRemoverContract, KeyExporterContract {

	private static KeyMaterial one;
	private static KeyMaterial two;

	@TempDir
	Path folder;

	@BeforeAll
	static void makeKeys() {
		one = TestKeys.rsa("one");
		two = TestKeys.rsa("two");
	}

	private KeyStoreFileProvider in(String name) {
		return new KeyStoreFileProvider(new Places(folder.resolve(name)).place);
	}

	@Override
	public KeyStoreFileProvider provider() throws Exception {
		KeyStoreFileProvider provider = in("used");
		provider.add(one, Cancellation.NEVER);
		provider.add(two, Cancellation.NEVER);
		return provider;
	}

	@Override
	public KeyStoreFileProvider emptyProvider() {
		return in("empty");
	}

	@Override
	public KeyStoreFileProvider brokenProvider() throws Exception {
		Path broken = Files.createDirectories(folder.resolve("broken"));
		Files.writeString(broken.resolve("certificates.p12"), "not a key store");
		return in("broken");
	}
}
