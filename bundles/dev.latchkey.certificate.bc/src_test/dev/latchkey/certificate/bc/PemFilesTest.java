package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;
import dev.latchkey.certificate.Thumbprint;

/** PEM files made by OpenSSL, as one file and as two. */
class PemFilesTest {

	@TempDir
	static Path folder;
	private static Tools tools;

	private final BouncyCastleKeyFileReader reader = new BouncyCastleKeyFileReader();

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		tools.keyAndCertificate("other", "rsa:2048");
		tools.keyAndCertificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
		tools.openssl("rsa", "-traditional", "-in", "rsa.key", "-out", "rsa.pkcs1");
		tools.openssl("ec", "-in", "ec.key", "-out", "ec.sec1");
		tools.openssl("x509", "-in", "rsa.crt", "-outform", "DER", "-out", "rsa.cer");
		tools.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p8");
		tools.openssl("rsa", "-traditional", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p1");
	}

	@ParameterizedTest
	@CsvSource({ "rsa.crt,rsa.key", "rsa.key,rsa.crt", "rsa.crt,rsa.pkcs1", "ec.crt,ec.key", "ec.crt,ec.sec1" })
	void opensKeysThatAreNotEncrypted(String first, String second) throws Exception {
		assertOpens(read(one(text(first) + text(second)), null));
		assertOpens(read(one(text(first) + text(second)), "not needed"));
		assertOpens(two(tools.file(first), tools.file(second), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-des", "-des3", "-aes128", "-aes192", "-aes256", "-camellia256", "-aria128", "-seed" })
	void opensTraditionalEncryption(String cipher) throws Exception {
		String key = encrypted("pässwörd", StandardCharsets.UTF_8, "rsa", "-traditional", cipher, "-provider", "legacy",
				"-provider", "default");
		assertTrue(key.contains("DEK-Info"), key);
		assertProtected(text("rsa.crt") + key);
	}

	@ParameterizedTest
	@CsvSource({ "-v2,aes-128-cbc", "-v2,aes-256-cbc", "-v2,des3", "-v2,rc2", "-v2,camellia-192-cbc", "-v2,cast5-cbc",
			"-v1,PBE-MD5-DES", "-v1,PBE-SHA1-RC2-64", "-v1,PBE-SHA1-3DES", "-v1,PBE-SHA1-2DES", "-v1,PBE-SHA1-RC2-40",
			"-v1,PBE-SHA1-RC4-128", "-v2prf,hmacWithSHA1", "-v2prf,hmacWithSHA512", "-v2prf,hmacWithSHA512-256" })
	void opensEncryptionOfPkcs8(String option, String algorithm) throws Exception {
		assertProtected(text("rsa.crt") + encrypted("pässwörd", StandardCharsets.UTF_8, "pkcs8", "-topk8", option, algorithm,
				"-provider", "legacy", "-provider", "default"));
	}

	@Test
	void opensScrypt() throws Exception {
		assertProtected(text("rsa.crt") + encrypted("pässwörd", StandardCharsets.UTF_8, "pkcs8", "-topk8", "-scrypt"));
	}

	private void assertProtected(String text) throws Exception {
		Path file = one(text);
		assertOpens(read(file, "pässwörd"));
		for (KeyFileContent refused : List.of(read(file, "password"), read(file, ""))) {
			assertReason(Reason.WRONG_PASSWORD, refused);
			assertEquals(List.of(false), refused.entries().stream().map(KeyFileContent.Entry::hasPrivateKey).toList());
		}
		assertReason(Reason.PASSWORD_REQUIRED, read(file, null));
	}

	@Test
	void opensPasswordThatWasEncodedAsLatin1() throws Exception {
		String traditional = encrypted("pässwörd", StandardCharsets.ISO_8859_1, "rsa", "-traditional", "-aes128");
		assertOpens(read(one(text("rsa.crt") + traditional), "pässwörd"));
		String modern = encrypted("pässwörd", StandardCharsets.ISO_8859_1, "pkcs8", "-topk8");
		assertOpens(read(one(text("rsa.crt") + modern), "pässwörd"));
	}

	@Test
	void opensWhatEditorsAndShellsMakeOfIt() throws Exception {
		String text = text("rsa.crt") + "\nThe key of the backup server:\n\n" + text("rsa.key");
		assertOpens(read(one(text.replace("\n", "\r\n")), null));
		assertOpens(read(one("\uFEFF" + text), null));
		assertOpens(read(one("Schlüssel, 鍵:\n" + text), null));
		assertOpens(read(one(text.replace("\n", " \t\n")), null));
		assertOpens(read(one(text.replace("\n", "\r")), null));
		assertOpens(read(one(text + "\u001a"), null));
		for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
			assertOpens(read(Files.writeString(tools.file("wide.pem"), text, charset), null));
		}
	}

	@Test
	void opensWhatOpenSslExtractsFromAPfx() throws Exception {
		tools.pfx("named.pfx", "rsa", "pw", "-name", "backup key");
		tools.openssl("pkcs12", "-in", "named.pfx", "-passin", "pass:pw", "-nodes", "-out", "bags.pem");
		assertTrue(text("bags.pem").contains("Bag Attributes"));
		KeyFileContent content = read(tools.file("bags.pem"), null);
		assertOpens(content);
		assertEquals("backup key", content.onlyKey().friendlyName());
	}

	@Test
	void opensTrustedCertificatesAndBundles() throws Exception {
		tools.openssl("x509", "-in", "rsa.crt", "-trustout", "-addtrust", "clientAuth", "-out", "trusted.pem");
		assertTrue(text("trusted.pem").contains("BEGIN TRUSTED"));
		assertOpens(read(one(text("trusted.pem") + text("rsa.key")), null));
		tools.openssl("crl2pkcs7", "-nocrl", "-certfile", "rsa.crt", "-out", "bundle.pem");
		assertOpens(read(one(text("bundle.pem") + text("rsa.key")), null));
	}

	@Test
	void ordersTheChain() throws Exception {
		tools.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=leaf");
		tools.openssl("x509", "-req", "-in", "leaf.csr", "-CA", "rsa.crt", "-CAkey", "rsa.key", "-out", "leaf.crt",
				"-CAcreateserial");
		KeyFileContent content = read(one(text("rsa.crt") + text("other.crt") + text("leaf.key") + text("leaf.crt")), null);
		KeyMaterial leaf = content.onlyKey();
		assertEquals("CN=leaf", leaf.certificate().getSubjectX500Principal().getName());
		assertEquals(List.of("CN=rsa"), subjects(leaf.issuers()));
		assertEquals(List.of("CN=leaf"), subjects(content.entries().stream().map(KeyFileContent.Entry::certificate).toList()));
	}

	@Test
	void opensTwoFilesInEitherOrderAndForm() throws Exception {
		for (String certificate : List.of("rsa.crt", "rsa.cer")) {
			for (String key : List.of("rsa.key", "rsa.pkcs1", "rsa.p8", "rsa.p1")) {
				assertOpens(two(tools.file(certificate), tools.file(key), null));
				assertOpens(two(tools.file(key), tools.file(certificate), null));
			}
		}
		tools.openssl("pkcs8", "-topk8", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p8e", "-passout", "pass:pw");
		assertOpens(two(tools.file("rsa.cer"), tools.file("rsa.p8e"), "pw"));
		assertReason(Reason.WRONG_PASSWORD, two(tools.file("rsa.cer"), tools.file("rsa.p8e"), "no"));
		assertReason(Reason.PASSWORD_REQUIRED, two(tools.file("rsa.cer"), tools.file("rsa.p8e"), null));
	}

	@Test
	void tellsWhatIsWrongWithTwoFiles() throws Exception {
		KeyFileContent mismatch = two(tools.file("rsa.crt"), tools.file("other.key"), null);
		assertReason(Reason.KEY_MISMATCH, mismatch);
		assertEquals(List.of(false), mismatch.entries().stream().map(KeyFileContent.Entry::hasPrivateKey).toList());
		assertReason(Reason.NO_PRIVATE_KEY, two(tools.file("rsa.crt"), tools.file("other.crt"), null));
		assertReason(Reason.NO_CERTIFICATE, two(tools.file("rsa.key"), tools.file("other.key"), null));
		assertReason(Reason.UNREADABLE, two(tools.file("rsa.crt"), tools.file("not-there"), null));
		assertReason(Reason.NOT_A_PFX, two(tools.file("rsa.crt"), one("just a text"), null));
	}

	@Test
	void tellsWhatIsMissing() throws Exception {
		KeyFileContent certificate = read(tools.file("rsa.crt"), null);
		assertReason(Reason.NO_PRIVATE_KEY, certificate);
		assertEquals(1, certificate.entries().size());
		assertReason(Reason.NO_CERTIFICATE, read(tools.file("rsa.key"), null));
		assertReason(Reason.KEY_MISMATCH, read(one(text("rsa.crt") + text("other.key")), null));
		for (KeyFileContent each : List.of(certificate, read(tools.file("rsa.key"), null))) {
			assertEquals(FileFormat.PEM, each.format());
		}
	}

	@Test
	void namesWhatIsNoKeyAtAll() throws Exception {
		tools.openssl("req", "-new", "-key", "rsa.key", "-subj", "/CN=x", "-out", "request.pem");
		tools.openssl("rsa", "-in", "rsa.key", "-pubout", "-out", "public.pem");
		for (String each : List.of("request.pem", "public.pem")) {
			KeyFileContent content = read(tools.file(each), null);
			assertReason(Reason.NOT_A_PFX, content);
			assertEquals(FileFormat.PEM, content.format());
			assertEquals(List.of(FileFormat.PEM.label()), content.problem().orElseThrow().arguments());
		}
		assertReason(Reason.UNSUPPORTED_ALGORITHM, read(one(text("rsa.crt")
				+ "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n"), null));
	}

	@Test
	void tellsDamageFromWrongPassword() throws Exception {
		String certificate = text("rsa.crt");
		assertReason(Reason.CORRUPT, read(one(certificate.substring(0, certificate.length() / 2)), null));
		assertReason(Reason.CORRUPT, read(one(certificate.replaceFirst("\nMII", "\n?!?")), null));
		String key = encrypted("pw", StandardCharsets.UTF_8, "rsa", "-traditional", "-aes128");
		assertReason(Reason.CORRUPT, read(one(certificate + changedAtItsEnd(key)), "pw"));
		assertReason(Reason.WRONG_PASSWORD, read(one(certificate + changedAtItsEnd(key)), "other"));
		String modern = encrypted("pw", StandardCharsets.UTF_8, "pkcs8", "-topk8");
		assertReason(Reason.CORRUPT, read(one(certificate + changedAtItsEnd(modern)), "pw"));
	}

	/** Changes the last block of the cipher, so that the padding is wrong, as with a wrong password. */
	private static String changedAtItsEnd(String pem) {
		int body = Math.max(pem.indexOf("\n\n") + 2, pem.indexOf("-----\n") + 6);
		int end = pem.indexOf("\n-----END");
		byte[] content = Base64.getMimeDecoder().decode(pem.substring(body, end));
		content[content.length - 5] ^= 1;
		return pem.substring(0, body) + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
				+ pem.substring(end);
	}

	@Test
	void opensAPfxInBase64LikeThePfxItself() throws Exception {
		byte[] pfx = Files.readAllBytes(tools.pfx("plain.pfx", "rsa", "pw"));
		String base64 = Base64.getMimeEncoder().encodeToString(pfx);
		for (String text : List.of(base64, Base64.getEncoder().encodeToString(pfx), base64 + "\n",
				"-----BEGIN PKCS12-----\n" + base64 + "\n-----END PKCS12-----\n")) {
			KeyFileContent content = read(one(text), "pw");
			assertEquals(FileFormat.PFX, content.format());
			assertOpens(content);
			assertReason(Reason.WRONG_PASSWORD, read(one(text), "other"));
		}
		KeyFileContent other = read(one(Base64.getEncoder().encodeToString(Arrays.copyOfRange(pfx, 50, 500))), "pw");
		assertReason(Reason.NOT_A_PFX, other);
		assertEquals(FileFormat.BASE64, other.format());
	}

	@Test
	void readsLinkedPemFiles() throws Exception {
		Path file = one(text("rsa.crt") + encrypted("pw", StandardCharsets.UTF_8, "pkcs8", "-topk8"));
		PfxLinkProvider provider = new PfxLinkProvider(new Places(folder.resolve("links")).place);
		String sha256 = Thumbprint.sha256(read(file, "pw").onlyKey().certificate());
		provider.link(file, "pw".toCharArray(), sha256, Cancellation.NEVER);
		SigningKey key = provider.list(Cancellation.NEVER).get(0).key().open();
		assertEquals("RSA", key.algorithm());
	}

	private static List<String> subjects(List<X509Certificate> certificates) {
		return certificates.stream().map(each -> each.getSubjectX500Principal().getName()).toList();
	}

	/** The RSA key, encrypted by a command of OpenSSL. */
	private static String encrypted(String password, Charset charset, String command, String... more) throws Exception {
		Files.write(tools.file("key.password"), (password + "\n").getBytes(charset));
		List<String> arguments = new ArrayList<>(List.of(command, "-in", "rsa.key", "-out", "encrypted.pem",
				"-passout", "file:key.password"));
		arguments.addAll(List.of(more));
		tools.openssl(arguments.toArray(String[]::new));
		return text("encrypted.pem");
	}

	private static String text(String name) throws Exception {
		return Files.readString(tools.file(name));
	}

	private static Path one(String text) throws Exception {
		return Files.writeString(tools.file("one.pem"), text);
	}

	private KeyFileContent read(Path file, String password) {
		return reader.inspect(KeyFileRequest.of(file, password == null ? null : password.toCharArray()), Cancellation.NEVER);
	}

	private KeyFileContent two(Path first, Path second, String password) {
		return reader.inspect(KeyFileRequest.of(first, password == null ? null : password.toCharArray()).withKeyFile(second),
				Cancellation.NEVER);
	}

	private static void assertOpens(KeyFileContent content) throws Exception {
		KeyMaterial key = content.onlyKey();
		assertEquals(List.of(true), content.entries().stream().map(KeyFileContent.Entry::hasPrivateKey).toList());
		assertEquals(List.of(), content.findings());
		byte[] data = "data".getBytes(StandardCharsets.US_ASCII);
		if (key.key().getAlgorithm().equals("RSA")) {
			byte[] signature = new SigningKey(key.key()).sign(SignatureAlgorithm.PS256, data);
			assertTrue(SignatureAlgorithm.PS256.verify(key.certificate().getPublicKey(), data, signature));
		}
	}

	private static void assertReason(Reason reason, KeyFileContent content) {
		assertEquals(reason, content.problem().orElseThrow().reason());
		assertEquals(List.of(), content.keys());
	}
}
