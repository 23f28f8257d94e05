package dev.latchkey.certificate.bc;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.certificate.tck.CertificateRemoverContract;
import dev.latchkey.certificate.tck.KeyExporterContract;
import dev.latchkey.certificate.tck.KeyFileLinkerContract;

class PfxLinkContractTest implements KeyFileLinkerContract, CertificateRemoverContract, KeyExporterContract {

	@TempDir
	static Path sources;
	private static Path first;
	private static Path second;

	@TempDir
	Path folder;

	@BeforeAll
	static void makeFiles() throws Exception {
		Tools tools = new Tools(sources);
		tools.keyAndCertificate("first", "rsa:2048");
		tools.keyAndCertificate("second", "rsa:2048");
		first = tools.pfx("first.pfx", "first", "pässwörd", "-name", "the first");
		second = tools.pfx("second.pfx", "second", "", "-nomac", "-certpbe", "NONE", "-keypbe", "NONE");
	}

	private PfxLinkProvider in(String name) {
		return new PfxLinkProvider(new Places(folder.resolve(name)).place);
	}

	@Override
	public PfxLinkProvider provider() throws Exception {
		PfxLinkProvider provider = in("used");
		link(provider, first, "pässwörd".toCharArray());
		link(provider, second, null);
		return provider;
	}

	private static void link(PfxLinkProvider provider, Path file, char[] password) throws Exception {
		KeyMaterial key = new BouncyCastleKeyFileReader().read(KeyFileRequest.of(file, password), Cancellation.NEVER).onlyKey();
		provider.link(file, password, Thumbprint.sha256(key.certificate()), Cancellation.NEVER);
	}

	@Override
	public PfxLinkProvider emptyProvider() {
		return in("empty");
	}

	@Override
	public PfxLinkProvider brokenProvider() throws Exception {
		Files.createDirectories(folder.resolve("broken/pfx-files.properties"));
		return in("broken");
	}
}
