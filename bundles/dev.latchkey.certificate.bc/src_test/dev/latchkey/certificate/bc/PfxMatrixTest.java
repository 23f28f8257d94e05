package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.assertReason;
import static dev.latchkey.certificate.bc.Reading.inspect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.interfaces.RSAKey;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;

/** What is around as PFX, each made by the programs that make it. */
class PfxMatrixTest {

	private static final String[] UNENCRYPTED = { "-certpbe", "NONE", "-keypbe", "NONE" };
	private static final String PASSWORD = "secret word";

	@TempDir
	static Path folder;
	private static Tools tools;

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		tools.keyAndCertificate("small", "rsa:1024");
		tools.keyAndCertificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
		tools.joined("both.key", "rsa.key", "ec.key");
		tools.joined("both.crt", "rsa.crt", "ec.crt");
	}

	private static void assertNeeds(String password, Path file) throws Exception {
		KeyMaterial key = assertOpens(file, password);
		assertEquals("CN=rsa", key.certificate().getSubjectX500Principal().getName());
		// with SHA-512 some files cost too much for every form that a wrong password may have
		KeyFileRequest wrong = KeyFileRequest.of(file, "secret Word".toCharArray()).insisting();
		assertEquals(FileFormat.PFX, assertReason(Reason.WRONG_PASSWORD, wrong).format());
		assertEquals(FileFormat.PFX, assertReason(Reason.PASSWORD_REQUIRED, file, null).format());
	}

	private static boolean lacksIntegrity(Path file, String password) {
		return inspect(file, password).findings().stream().anyMatch(each -> each.kind() == Finding.Kind.NO_INTEGRITY);
	}

	@ParameterizedTest
	@EnumSource
	void opensWhatProgramsWriteByThemselves(PfxProgram program) throws Exception {
		Path file = program.pfx(tools, "rsa", PASSWORD);
		assertNeeds(PASSWORD, file);
		assertReason(Reason.WRONG_PASSWORD, file, "wröng wörd");
		assertEquals(List.of(), inspect(file, PASSWORD).findings());
	}

	@ParameterizedTest
	@EnumSource
	void opensWhatProgramsWriteForOldSystems(PfxProgram program) throws Exception {
		assertNeeds(PASSWORD, program.legacyPfx(tools, "rsa", PASSWORD));
	}

	@ParameterizedTest
	@CsvSource({ "OPENSSL,-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha1",
			"OPENSSL,-keypbe AES-192-CBC -certpbe AES-192-CBC -macalg sha384",
			"OPENSSL,-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha512",
			"OPENSSL,-keypbe CAMELLIA-256-CBC -certpbe CAMELLIA-256-CBC -macalg sha224",
			"OPENSSL,-legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES", "OPENSSL,-legacy -descert -macalg md5",
			"OPENSSL,-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC2-128",
			"KEYTOOL,-J-Dkeystore.pkcs12.keyProtectionAlgorithm=PBEWithHmacSHA512AndAES_128"
					+ " -J-Dkeystore.pkcs12.macAlgorithm=HmacPBESHA512",
			"KEYTOOL,-J-Dkeystore.pkcs12.keyProtectionAlgorithm=PBEWithHmacSHA1AndAES_256"
					+ " -J-Dkeystore.pkcs12.macAlgorithm=HmacPBESHA384",
			"NSS,-c AES-256-CBC -C AES-256-CBC -M SHA-512", "NSS,-c AES-128-CBC -C none -M SHA-384",
			"NSS,-c CAMELLIA-256-CBC -C CAMELLIA-128-CBC", "GNUTLS,--pkcs-cipher aes-256 --hash SHA512",
			"GNUTLS,--pkcs-cipher aes-192 --hash SHA384", "GNUTLS,--pkcs-cipher 3des --hash SHA1",
			"GNUTLS,--pkcs-cipher 3des-pkcs12", "GNUTLS,--pkcs-cipher arcfour" })
	void opensCiphersAndDigests(PfxProgram program, String settings) throws Exception {
		assertNeeds(PASSWORD, program.pfx(tools, "rsa", PASSWORD, settings.split(" ")));
	}

	@Test
	void opensUnencryptedBagsWithTheirPassword() throws Exception {
		assertNeeds(PASSWORD, PfxProgram.OPENSSL.pfx(tools, "rsa", PASSWORD, UNENCRYPTED));
		assertNeeds(PASSWORD, PfxProgram.NSS.pfx(tools, "rsa", PASSWORD, "-C", "none"));
		assertNeeds(PASSWORD,
				PfxProgram.KEYTOOL.pfx(tools, "rsa", PASSWORD, "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE"));
	}

	@Test
	void opensFilesWithoutIntegrityCheck() throws Exception {
		Path encrypted = PfxProgram.OPENSSL.pfx(tools, "rsa", PASSWORD, "-nomac");
		Path keytool = PfxProgram.KEYTOOL.pfx(tools, "rsa", PASSWORD, "-J-Dkeystore.pkcs12.macAlgorithm=NONE");
		for (Path file : List.of(encrypted, keytool)) {
			assertNeeds(PASSWORD, file);
			assertTrue(lacksIntegrity(file, PASSWORD));
		}
		Path open = tools.pfx("open.pfx", "rsa", PASSWORD, Tools.with(UNENCRYPTED, "-nomac"));
		for (String any : new String[] { null, "", PASSWORD, "another" }) {
			assertOpens(open, any);
			assertTrue(lacksIntegrity(open, any));
		}
	}

	@Test
	void opensTheEmptyPasswordWithoutOneToo() throws Exception {
		List<Path> files = List.of(PfxProgram.OPENSSL.pfx(tools, "rsa", ""), PfxProgram.OPENSSL.legacyPfx(tools, "rsa", ""),
				PfxProgram.OPENSSL.pfx(tools, "rsa", "", UNENCRYPTED), PfxProgram.NSS.pfx(tools, "rsa", ""),
				PfxProgram.NSS.legacyPfx(tools, "rsa", ""), PfxProgram.GNUTLS.pfx(tools, "rsa", "", "--empty-password"),
				PfxProgram.GNUTLS.pfx(tools, "rsa", "", "--null-password"));
		for (Path file : files) {
			assertOpens(file, "");
			assertOpens(file, null);
			assertReason(Reason.WRONG_PASSWORD, file, "not empty");
		}
	}

	/** GnuTLS 3.7 writes that when the password on its command line is empty, and no other program opens it. */
	@Test
	void opensKeysThatOnlySayTheyAreEncrypted() throws Exception {
		assertOpens(PfxProgram.GNUTLS.pfx(tools, "rsa", ""), "");
	}

	@Test
	void opensKeysWithoutName() throws Exception {
		assertEquals("", assertOpens(tools.pfx("nameless.pfx", "rsa", PASSWORD), PASSWORD).friendlyName());
	}

	/** OpenSSL and, as it gets its name from there, NSS know no characters beyond the first 65536. */
	@ParameterizedTest
	@CsvSource({ "OPENSSL,Ключ für 鍵 مفتاح ∑", "NSS,Ключ für 鍵 مفتاح ∑", "KEYTOOL,ключ für 鍵 🔑 مفتاح ∑",
			"GNUTLS,Ключ für 鍵 🔑 مفتاح ∑" })
	void readsFriendlyNamesInAnyScript(PfxProgram program, String name) throws Exception {
		String out = tools.file("named-" + program + ".pfx").toString();
		program.export(tools, out, "rsa", name, PASSWORD);
		assertEquals(name, assertOpens(Path.of(out), PASSWORD).friendlyName());
	}

	@ParameterizedTest
	@ValueSource(strings = { "резервный ключ", "备份密钥", "מפתח גיבוי", "مفتاح", "กุญแจ", "ça — “clé”", " a  b ", "ÿÃ¼" })
	void readsFriendlyNamesLetterByLetter(String name) throws Exception {
		Path file = tools.file("name.pfx");
		PfxProgram.OPENSSL.export(tools, "name.pfx", "rsa", name, PASSWORD);
		assertEquals(name, assertOpens(file, PASSWORD).friendlyName());
		KeyFileContent.Entry entry = inspect(file, PASSWORD).entries().get(0);
		assertEquals(name, entry.friendlyName());
	}

	@ParameterizedTest
	@EnumSource
	void opensOtherKeysThanThoseThatAreGoodForMicrosoft(PfxProgram program) throws Exception {
		assertEquals("EC", assertOpens(program.pfx(tools, "ec", PASSWORD), PASSWORD).key().getAlgorithm());
		KeyMaterial small = assertOpens(program.pfx(tools, "small", PASSWORD), PASSWORD);
		assertEquals(1024, ((RSAKey) small.certificate().getPublicKey()).getModulus().bitLength());
	}

	@Test
	void showsCertificatesWithoutKey() throws Exception {
		tools.run("certtool", "--to-p12", "--load-certificate", "rsa.crt", "--p12-name", "n", "--password", PASSWORD,
				"--outder", "--outfile", "gnutls-certificate.pfx");
		tools.run("keytool", "-importcert", "-file", "rsa.crt", "-alias", "rsa", "-noprompt", "-storetype", "PKCS12",
				"-keystore", "keytool-certificate.pfx", "-storepass", PASSWORD);
		tools.pfx("openssl-certificate.pfx", "rsa", PASSWORD, "-nokeys");
		for (String program : List.of("gnutls", "keytool", "openssl")) {
			Path file = tools.file(program + "-certificate.pfx");
			KeyFileContent content = assertReason(Reason.NO_PRIVATE_KEY, file, PASSWORD);
			assertEquals(1, content.entries().size());
			assertEquals("CN=rsa", content.entries().get(0).certificate().getSubjectX500Principal().getName());
			assertEquals(false, content.entries().get(0).hasPrivateKey());
			assertReason(Reason.WRONG_PASSWORD, file, "secret Word");
			assertReason(Reason.PASSWORD_REQUIRED, file, null);
		}
	}

	@Test
	void tellsKeysWithoutCertificate() throws Exception {
		tools.openssl("pkcs12", "-export", "-nocerts", "-inkey", "rsa.key", "-out", "openssl-key.pfx", "-passout",
				"pass:" + PASSWORD);
		tools.run("certtool", "--to-p12", "--load-privkey", "rsa.key", "--p12-name", "n", "--password", PASSWORD,
				"--outder", "--outfile", "gnutls-key.pfx");
		assertReason(Reason.NO_CERTIFICATE, tools.file("openssl-key.pfx"), PASSWORD);
		assertReason(Reason.NO_CERTIFICATE, tools.file("gnutls-key.pfx"), PASSWORD);
	}

	@Test
	void tellsAKeyThatIsNotTheCertificates() throws Exception {
		tools.run("certtool", "--to-p12", "--load-certificate", "ec.crt", "--load-privkey", "rsa.key", "--p12-name", "n",
				"--password", PASSWORD, "--outder", "--outfile", "mismatch.pfx");
		KeyFileContent content = assertReason(Reason.KEY_MISMATCH, tools.file("mismatch.pfx"), PASSWORD);
		assertEquals(false, content.entries().get(0).hasPrivateKey());
	}

	@Test
	void leavesTheChoiceAmongSeveralKeys() throws Exception {
		tools.run("certtool", "--to-p12", "--load-certificate", "both.crt", "--load-privkey", "both.key", "--p12-name", "n",
				"--password", PASSWORD, "--outder", "--outfile", "gnutls-both.pfx");
		PfxProgram.KEYTOOL.export(tools, "keytool-both.pfx", "rsa", "rsa", PASSWORD);
		PfxProgram.KEYTOOL.export(tools, "keytool-both.pfx", "ec", "ec", PASSWORD);
		for (String file : List.of("gnutls-both.pfx", "keytool-both.pfx")) {
			KeyFileContent content = inspect(tools.file(file), PASSWORD);
			assertEquals(List.of("CN=ec", "CN=rsa"), content.keys().stream()
					.map(each -> each.certificate().getSubjectX500Principal().getName()).sorted().toList());
			assertEquals(2, content.entries().size());
			assertEquals(Reason.SEVERAL_KEYS,
					assertThrows(CertificateAccessException.class, content::onlyKey).reason());
			for (KeyMaterial key : content.keys()) {
				Reading.assertSigns(key);
			}
		}
	}

	@Test
	void passesByKeysWithoutCertificateAmongOthers() throws Exception {
		tools.run("certtool", "--to-p12", "--load-certificate", "rsa.crt", "--load-privkey", "both.key", "--p12-name", "n",
				"--password", PASSWORD, "--outder", "--outfile", "key-too-many.pfx");
		assertNeeds(PASSWORD, tools.file("key-too-many.pfx"));
	}
}
