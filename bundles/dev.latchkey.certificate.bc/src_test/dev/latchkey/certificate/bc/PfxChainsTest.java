package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.inspect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyMaterial;

/** The key's own certificate and those above it, wherever they stand and whatever else stands there. */
class PfxChainsTest {

	private static final List<String> ABOVE = List.of("CN=middle", "CN=root");

	@TempDir
	static Path folder;
	private static Tools tools;

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("root", "rsa:2048");
		tools.keyAndCertificate("stranger", "rsa:2048");
		tools.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "middle.key", "-out", "middle.csr", "-subj",
				"/CN=middle");
		tools.openssl("x509", "-req", "-in", "middle.csr", "-CA", "root.crt", "-CAkey", "root.key", "-out", "middle.crt",
				"-CAcreateserial", "-days", "30", "-extfile", extensions());
		tools.issuedBy("middle", "leaf");
	}

	private static String extensions() throws Exception {
		Files.writeString(tools.file("authority.ext"), "basicConstraints=critical,CA:TRUE\n");
		return "authority.ext";
	}

	private static List<String> names(List<X509Certificate> certificates) {
		return certificates.stream().map(each -> each.getSubjectX500Principal().getName()).toList();
	}

	private static void assertLeaf(Path file) throws Exception {
		KeyMaterial key = assertOpens(file, "secret");
		assertEquals("CN=leaf", key.certificate().getSubjectX500Principal().getName());
		assertEquals(ABOVE, names(key.issuers()));
		KeyFileContent content = inspect(file, "secret");
		KeyFileContent.Entry entry = content.entries().get(0);
		assertTrue(entry.hasPrivateKey());
		assertEquals(ABOVE, names(entry.issuers()));
		assertFalse(names(content.entries().stream().map(KeyFileContent.Entry::certificate).toList()).contains("CN=middle"),
				"a certificate of the chain is no entry of its own");
	}

	@ParameterizedTest
	@ValueSource(strings = { "middle root", "root middle", "stranger root middle", "root stranger middle stranger" })
	void areFoundInAnyOrder(String order) throws Exception {
		tools.joined("extra.crt", Arrays.stream(order.split(" ")).map(each -> each + ".crt").toArray(String[]::new));
		assertLeaf(tools.pfx("chain.pfx", "leaf", "secret", "-certfile", "extra.crt"));
	}

	@Test
	void areFoundInWhatGnuTlsWrites() throws Exception {
		tools.joined("shuffled.crt", "leaf.crt", "root.crt", "stranger.crt", "middle.crt");
		tools.run("certtool", "--to-p12", "--load-certificate", "shuffled.crt", "--load-privkey", "leaf.key", "--p12-name",
				"leaf", "--password", "secret", "--outder", "--outfile", "gnutls.pfx");
		assertLeaf(tools.file("gnutls.pfx"));
	}

	@Test
	void areFoundInWhatNssAndKeytoolWrite() throws Exception {
		tools.joined("above.crt", "root.crt", "middle.crt");
		tools.pfx("source.pfx", "leaf", "secret", "-name", "leaf", "-certfile", "above.crt");
		tools.run("keytool", "-importkeystore", "-srckeystore", "source.pfx", "-srcstorepass", "secret", "-destkeystore",
				"keytool.pfx", "-deststoretype", "PKCS12", "-deststorepass", "secret");
		assertLeaf(tools.file("keytool.pfx"));
		tools.run("mkdir", "nss");
		tools.run("certutil", "-N", "-d", "sql:nss", "--empty-password");
		tools.run("pk12util", "-i", "source.pfx", "-d", "sql:nss", "-W", "secret", "-K", "");
		tools.run("pk12util", "-o", "nss.pfx", "-n", "leaf", "-d", "sql:nss", "-W", "secret", "-K", "");
		assertLeaf(tools.file("nss.pfx"));
	}

	@Test
	void mayHaveTheKeysOfAllItsCertificates() throws Exception {
		tools.joined("chain.key", "leaf.key", "middle.key");
		tools.joined("chain.crt", "leaf.crt", "middle.crt", "root.crt");
		tools.run("certtool", "--to-p12", "--load-certificate", "chain.crt", "--load-privkey", "chain.key", "--p12-name",
				"n", "--password", "secret", "--outder", "--outfile", "keys.pfx");
		List<KeyMaterial> keys = inspect(tools.file("keys.pfx"), "secret").keys();
		assertEquals(List.of("CN=leaf", "CN=middle"), names(keys.stream().map(KeyMaterial::certificate).toList()));
		assertEquals(List.of("CN=root"), names(keys.get(1).issuers()));
	}
}
