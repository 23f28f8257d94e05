package dev.latchkey.certificate.pkcs11;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.tck.CertificateProviderContract;

/** What every provider promises, with a token whose PIN is answered. */
class TokenContractTest implements CertificateProviderContract {

	private static final String PIN = "secret-471147";

	@TempDir
	private static Path folder;

	private final PinPrompts prompts = new PinPrompts();
	private final List<TokenModule> modules = new ArrayList<>();

	@BeforeAll
	static void makeToken() throws Exception {
		SoftHsm hsm = SoftHsm.use(folder);
		hsm.certificate("one", "rsa:2048");
		hsm.certificate("two", "rsa:2048");
		hsm.fill(hsm.token("Signing", PIN), "", "one", "two");
	}

	@AfterEach
	void logOut() {
		modules.forEach(TokenModule::close);
	}

	@Override
	public CertificateProvider provider() throws IOException {
		SoftHsm.use(folder);
		prompts.set((request, cancellation) -> Optional.of(PIN.toCharArray()));
		return over(SoftHsm.LIBRARY);
	}

	@Override
	public CertificateProvider emptyProvider() throws IOException {
		SoftHsm.use(Files.createTempDirectory(folder, "empty"));
		return over(SoftHsm.LIBRARY);
	}

	@Override
	public CertificateProvider brokenProvider() {
		return over(folder.resolve(SoftHsm.LIBRARY.getFileName()));
	}

	@Override
	public List<String> secrets() {
		return List.of(PIN);
	}

	private CertificateProvider over(Path library) {
		TokenModule module = new TokenModule(ModuleChoice.read(library.toString(), "Linux").get(0), prompts, () -> { });
		modules.add(module);
		return new TokenProvider(module);
	}
}
