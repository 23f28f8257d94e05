package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Signing.assertSigns;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.Thumbprint;

class PfxLinkProviderTest {

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

	private PfxLinkProvider empty() {
		return new PfxLinkProvider(new Places(folder).place);
	}

	private PfxLinkProvider provider() throws Exception {
		PfxLinkProvider provider = empty();
		link(provider, first, "pässwörd".toCharArray());
		link(provider, second, null);
		return provider;
	}

	private static CertificateEntry link(PfxLinkProvider provider, Path file, char[] password) throws Exception {
		KeyMaterial key = new BouncyCastleKeyFileReader().read(KeyFileRequest.of(file, password), Cancellation.NEVER).keys().get(0);
		return provider.link(file, password, Thumbprint.sha256(key.certificate()), Cancellation.NEVER);
	}

	@Test
	void remembersForTheNextStart() throws Exception {
		provider();
		List<CertificateEntry> entries = empty().list(Cancellation.NEVER);
		assertEquals(List.of("", "the first"), entries.stream().map(CertificateEntry::friendlyName).sorted().toList());
		for (CertificateEntry entry : entries) {
			assertSigns(entry);
		}
	}

	@Test
	void handsKeysOut() throws Exception {
		PfxLinkProvider provider = provider();
		for (CertificateEntry entry : provider.list(Cancellation.NEVER)) {
			KeyMaterial material = provider.export(entry.reference(), Cancellation.NEVER);
			assertEquals(entry.certificate(), material.certificate());
			assertEquals(entry.friendlyName(), material.friendlyName());
			assertEquals("PKCS#8", material.key().getFormat());
		}
		CertificateReference gone = provider.list(Cancellation.NEVER).get(0).reference();
		provider.remove(gone, Cancellation.NEVER);
		var thrown = assertThrows(CertificateAccessException.class, () -> provider.export(gone, Cancellation.NEVER));
		assertEquals(Reason.KEY_UNUSABLE, thrown.reason());
	}

	@Test
	void copiesNoKey() throws Exception {
		provider();
		try (var files = Files.list(folder)) {
			for (Path each : files.toList()) {
				assertTrue(Files.size(each) < 1000, () -> each + " is large enough for a key");
			}
		}
	}

	@Test
	void followsTheFile() throws Exception {
		Path file = Files.copy(first, folder.resolve("moving späce.pfx"));
		Places places = new Places(folder);
		PfxLinkProvider provider = new PfxLinkProvider(places.place);
		CertificateEntry entry = link(provider, file, "pässwörd".toCharArray());
		assertSigns(entry);

		Files.copy(second, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertEquals(List.of(), provider.list(Cancellation.NEVER), "another key is another certificate");
		assertReason(Reason.NO_CERTIFICATE, entry);

		Files.delete(file);
		assertEquals(List.of(), provider.list(Cancellation.NEVER));
		assertReason(Reason.UNREADABLE, entry);
		assertEquals(2, places.warnings.size());

		Files.copy(first, file);
		assertSigns(provider.list(Cancellation.NEVER).get(0));
	}

	@Test
	void forgetsThePasswordAndLeavesTheFile() throws Exception {
		byte[] before = Files.readAllBytes(first);
		PfxLinkProvider provider = empty();
		CertificateEntry entry = link(provider, first, "pässwörd".toCharArray());
		SecretFiles secrets = new SecretFiles(folder);
		String name = "pfx-" + entry.reference().sha256();
		assertArrayEquals("pässwörd".toCharArray(), secrets.get(name));
		provider.remove(entry.reference(), Cancellation.NEVER);
		assertNull(secrets.get(name));
		assertArrayEquals(before, Files.readAllBytes(first));
		assertReason(Reason.KEY_UNUSABLE, entry);
	}

	@Test
	void refusesAWrongPasswordAndAnUnknownThumbprint() throws Exception {
		PfxLinkProvider provider = empty();
		assertThrows(CertificateAccessException.class,
				() -> provider.link(first, "wrong".toCharArray(), "00".repeat(32), Cancellation.NEVER));
		assertThrows(CertificateAccessException.class,
				() -> provider.link(second, null, "00".repeat(32), Cancellation.NEVER));
		assertEquals(List.of(), provider.list(Cancellation.NEVER));
	}

	private static void assertReason(Reason reason, CertificateEntry entry) {
		assertEquals(reason, assertThrows(CertificateAccessException.class, () -> entry.key().open()).reason());
	}
}
