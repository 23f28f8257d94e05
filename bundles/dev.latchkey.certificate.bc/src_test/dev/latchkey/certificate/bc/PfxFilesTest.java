package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SignatureAlgorithm;
import dev.latchkey.certificate.SigningKey;

/** Files made by OpenSSL and keytool, as they are around. */
class PfxFilesTest {

	private static final String[] PBES2 = {};
	private static final String[] LEGACY = { "-legacy" };
	private static final String[] LEGACY_3DES = { "-legacy", "-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES" };
	private static final String[] UNENCRYPTED = { "-certpbe", "NONE", "-keypbe", "NONE" };

	@TempDir
	static Path folder;
	private static Tools tools;

	private final BouncyCastleKeyFileReader reader = new BouncyCastleKeyFileReader();

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		tools.keyAndCertificate("other", "rsa:2048");
		tools.keyAndCertificate("small", "rsa:1024");
		tools.keyAndCertificate("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
		tools.keyAndCertificate("brainpool", "ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1");
		tools.keyAndCertificate("ed25519", "ed25519");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret", "pässwörd €uro", "пароль", "密码", "pass😀word", "", " ", "x y\tz\"'\\" })
	void opensEveryPasswordWithEveryProtection(String password) throws Exception {
		for (String[] protection : List.of(PBES2, LEGACY, LEGACY_3DES)) {
			assertOpens(tools.pfx("any.pfx", "rsa", password, protection), password.toCharArray());
		}
	}

	@Test
	void opensPasswordThatWasEncodedAsLatin1() throws Exception {
		for (String[] protection : List.of(PBES2, LEGACY)) {
			Path file = tools.pfx("latin1.pfx", "rsa", "pässwört", StandardCharsets.ISO_8859_1, protection);
			assertOpens(file, "pässwört".toCharArray());
		}
	}

	@Test
	void opensEmptyPasswordWithoutOneToo() throws Exception {
		for (String[] protection : List.of(PBES2, LEGACY, UNENCRYPTED)) {
			assertOpens(tools.pfx("empty.pfx", "rsa", "", protection), null);
		}
	}

	@ParameterizedTest
	@CsvSource({ "AES-128-CBC,sha1", "AES-256-CBC,sha256", "AES-256-CBC,sha384", "AES-192-CBC,sha512",
			"DES-EDE3-CBC,sha224", "CAMELLIA-256-CBC,sha256" })
	void opensCiphersAndDigests(String cipher, String digest) throws Exception {
		assertOpens(tools.pfx("cipher.pfx", "rsa", "pw", "-certpbe", cipher, "-keypbe", cipher, "-macalg", digest),
				"pw".toCharArray());
	}

	@Test
	void opensUnencryptedBagsWithTheirPassword() throws Exception {
		Path file = tools.pfx("bags.pfx", "rsa", "pw", UNENCRYPTED);
		assertOpens(file, "pw".toCharArray());
		assertReason(Reason.WRONG_PASSWORD, file, "other".toCharArray());
		assertReason(Reason.PASSWORD_REQUIRED, file, null);
	}

	@Test
	void opensFilesWithoutMac() throws Exception {
		Path encrypted = tools.pfx("nomac.pfx", "rsa", "pw", "-nomac");
		assertOpens(encrypted, "pw".toCharArray());
		assertReason(Reason.WRONG_PASSWORD, encrypted, "other".toCharArray());
		assertReason(Reason.PASSWORD_REQUIRED, encrypted, null);
		Path open = tools.pfx("nomac-open.pfx", "rsa", "pw", "-nomac", "-certpbe", "NONE", "-keypbe", "NONE");
		assertOpens(open, null);
		assertOpens(open, "anything".toCharArray());
	}

	@Test
	void tellsWrongFromMissingPassword() throws Exception {
		for (String[] protection : List.of(PBES2, LEGACY)) {
			Path file = tools.pfx("wrong.pfx", "rsa", "pässword", protection);
			assertReason(Reason.WRONG_PASSWORD, file, "password".toCharArray());
			assertReason(Reason.WRONG_PASSWORD, file, new char[0]);
			assertReason(Reason.PASSWORD_REQUIRED, file, null);
		}
	}

	@Test
	void readsFriendlyNameInAnyScript() throws Exception {
		Path file = tools.pfx("name.pfx", "rsa", "pw", "-name", "backup key");
		assertEquals("backup key", read(file, "pw").get(0).friendlyName());
		assertEquals("", read(tools.pfx("noname.pfx", "rsa", "pw"), "pw").get(0).friendlyName());
	}

	@Test
	void readsWhatKeytoolWrites() throws Exception {
		for (String alias : List.of("first", "second")) {
			tools.run("keytool", "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-alias", alias, "-dname",
					"CN=" + alias, "-keystore", "keytool.p12", "-storetype", "PKCS12", "-storepass", "changeit");
		}
		List<KeyMaterial> keys = read(tools.file("keytool.p12"), "changeit");
		assertEquals(List.of("first", "second"), keys.stream().map(KeyMaterial::friendlyName).sorted().toList());
	}

	@Test
	void readsOtherKindsOfKeys() throws Exception {
		KeyMaterial ec = read(tools.pfx("ec.pfx", "ec", "pw"), "pw").get(0);
		assertEquals("EC", ec.key().getAlgorithm());
		assertEquals("CN=ec", ec.certificate().getSubjectX500Principal().getName());
		KeyMaterial brainpool = read(tools.pfx("brainpool.pfx", "brainpool", "pw"), "pw").get(0);
		assertEquals("EC", brainpool.key().getAlgorithm());
		KeyMaterial edwards = read(tools.pfx("ed25519.pfx", "ed25519", "pw"), "pw").get(0);
		assertEquals("EdDSA", edwards.key().getAlgorithm());
		assertOpens(tools.pfx("small.pfx", "small", "pw"), "pw".toCharArray());
	}

	@Test
	void ordersTheChain() throws Exception {
		tools.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-out", "leaf.csr", "-subj",
				"/CN=leaf");
		tools.openssl("x509", "-req", "-in", "leaf.csr", "-CA", "rsa.crt", "-CAkey", "rsa.key", "-out", "leaf.crt",
				"-CAcreateserial");
		Files.writeString(tools.file("extra.crt"),
				Files.readString(tools.file("other.crt")) + Files.readString(tools.file("rsa.crt")));
		KeyMaterial leaf = read(tools.pfx("chain.pfx", "leaf", "pw", "-certfile", "extra.crt"), "pw").get(0);
		assertEquals("CN=leaf", leaf.certificate().getSubjectX500Principal().getName());
		assertEquals(1, leaf.issuers().size());
		assertEquals("CN=rsa", leaf.issuers().get(0).getSubjectX500Principal().getName());
	}

	@Test
	void tellsWhatIsMissing() throws Exception {
		assertReason(Reason.NO_PRIVATE_KEY, tools.pfx("certonly.pfx", "rsa", "pw", "-nokeys"), "pw".toCharArray());
		Files.writeString(tools.file("keyonly.password"), "pw\n");
		tools.openssl("pkcs12", "-export", "-nocerts", "-inkey", "rsa.key", "-out", "keyonly.pfx", "-passout",
				"file:keyonly.password");
		assertReason(Reason.NO_CERTIFICATE, tools.file("keyonly.pfx"), "pw".toCharArray());
	}

	@Test
	void tellsAbsurdIterationsWithoutTryingThem() throws Exception {
		byte[] pfx = Files.readAllBytes(tools.pfx("costly.pfx", "rsa", "pw", "-iter", "70000"));
		byte[] tail = Arrays.copyOfRange(pfx, pfx.length - 5, pfx.length);
		assertArrayEquals(new byte[] { 2, 3, 1, 0x11, 0x70 }, tail, "the count of the integrity check stands last");
		byte[] mac = pfx.clone();
		mac[mac.length - 3] = 0x7f;
		assertReason(Reason.TOO_EXPENSIVE, Files.write(tools.file("absurd-mac.pfx"), mac), "pw".toCharArray());
		// 70000 is the integer 02 03 01 11 70: the same with 8 millions at the same length
		replace(pfx, new byte[] { 2, 3, 1, 0x11, 0x70 }, new byte[] { 2, 3, 0x7f, 0x11, 0x70 });
		assertReason(Reason.TOO_EXPENSIVE, Files.write(tools.file("absurd.pfx"), pfx), "pw".toCharArray());
	}

	@Test
	void stopsWithinMoments() throws Exception {
		Path file = tools.pfx("slow.pfx", "rsa", "pw", "-iter", "2000000");
		long start = System.nanoTime();
		Cancellation afterAWhile = () -> System.nanoTime() - start > 300_000_000L;
		assertThrows(CancellationException.class,
				() -> reader.read(KeyFileRequest.of(file, "pw".toCharArray()), afterAWhile).keys());
		assertTrue(System.nanoTime() - start < 500_000_000L + 300_000_000L, "should return soon after the request");
	}

	@Test
	void tellsDamageFromWrongPassword() throws Exception {
		byte[] pfx = Files.readAllBytes(tools.pfx("whole.pfx", "rsa", "pw"));
		for (int length : new int[] { 2, 3, 10, 100, pfx.length / 2, pfx.length - 1 }) {
			Path cut = Files.write(tools.file("cut.pfx"), Arrays.copyOf(pfx, length));
			assertReason(Reason.CORRUPT, cut, "pw".toCharArray());
		}
		byte[] flipped = pfx.clone();
		flipped[pfx.length / 2] ^= 1;
		assertReason(Reason.CORRUPT, Files.write(tools.file("flipped.pfx"), flipped), "pw".toCharArray());
	}

	@Test
	void namesOtherFiles() throws Exception {
		tools.openssl("x509", "-in", "rsa.crt", "-outform", "DER", "-out", "rsa.cer");
		tools.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p8");
		tools.openssl("pkcs8", "-topk8", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p8e", "-passout", "pass:x");
		tools.openssl("rsa", "-traditional", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p1");
		tools.openssl("crl2pkcs7", "-nocrl", "-certfile", "rsa.crt", "-outform", "DER", "-out", "rsa.p7b");
		tools.openssl("req", "-new", "-key", "rsa.key", "-subj", "/CN=x", "-outform", "DER", "-out", "rsa.csr");
		tools.run("keytool", "-genkeypair", "-keyalg", "RSA", "-alias", "a", "-dname", "CN=a", "-keystore", "a.jks",
				"-storetype", "JKS", "-storepass", "changeit", "-keypass", "changeit");
		assertKind(FileFormat.DER_CERTIFICATE, tools.file("rsa.cer"));
		assertKind(FileFormat.DER_PRIVATE_KEY, tools.file("rsa.p8"));
		assertKind(FileFormat.DER_PRIVATE_KEY, tools.file("rsa.p1"));
		assertKind(FileFormat.DER_ENCRYPTED_PRIVATE_KEY, tools.file("rsa.p8e"));
		assertKind(FileFormat.PKCS7, tools.file("rsa.p7b"));
		assertKind(FileFormat.DER_CERTIFICATE_REQUEST, tools.file("rsa.csr"));
		assertKind(FileFormat.JKS, tools.file("a.jks"));
	}

	@Test
	void namesFilesByTheirText() throws IOException {
		assertKind(FileFormat.JSON, text("  {\"a\": 1}"));
		assertKind(FileFormat.HTML, text("<!DOCTYPE html><html></html>"));
		assertKind(FileFormat.XML, text("<?xml version=\"1.0\"?><a/>"));
		assertKind(FileFormat.TEXT, text("0 is a text that starts like ASN.1\n"));
		assertKind(FileFormat.TEXT, text("\uFEFFa text with a mark"));
		assertKind(FileFormat.ARCHIVE, Files.write(tools.file("z.pfx"), new byte[] { 'P', 'K', 3, 4, 0, 0 }));
		assertKind(FileFormat.UNKNOWN, Files.write(tools.file("u.pfx"), new byte[64]));
	}

	@Test
	void refusesWhatIsNoKeyFileAtAll() throws IOException {
		assertReason(Reason.EMPTY_FILE, Files.write(tools.file("empty"), new byte[0]), null);
		assertReason(Reason.TOO_LARGE, Files.write(tools.file("large"), new byte[(1 << 20) + 1]), null);
		assertReason(Reason.UNREADABLE, tools.file("not-there.pfx"), null);
		assertReason(Reason.UNREADABLE, folder, null);
	}

	@Test
	void tellsKeyOfAnotherCertificate() throws Exception {
		byte[] pfx = Files.readAllBytes(tools.pfx("pair.pfx", "rsa", "pw", "-nomac", "-certpbe", "NONE", "-keypbe", "NONE"));
		byte[] modulus = modulus("rsa");
		// the first occurrence stands in the key or the certificate: either way they no longer fit
		replace(pfx, Arrays.copyOf(modulus, 32), Arrays.copyOf(modulus("other"), 32));
		assertReason(Reason.KEY_MISMATCH, Files.write(tools.file("mismatch.pfx"), pfx), null);
	}

	@Test
	void leavesThePasswordToItsOwner() throws Exception {
		char[] password = "secret".toCharArray();
		reader.read(KeyFileRequest.of(tools.pfx("own.pfx", "rsa", "secret"), password), Cancellation.NEVER).keys();
		assertArrayEquals("secret".toCharArray(), password);
	}

	@Test
	void leavesNoHandleOpen() throws Exception {
		Path file = tools.pfx("handle.pfx", "rsa", "pw");
		read(file, "pw");
		try (var handles = Files.list(Path.of("/proc/self/fd"))) {
			assertTrue(handles.noneMatch(each -> pointsTo(each, file)));
		}
	}

	private static boolean pointsTo(Path handle, Path file) {
		try {
			return Files.readSymbolicLink(handle).equals(file);
		} catch (IOException e) {
			return false; // the handle of the listing itself
		}
	}

	private Path text(String content) throws IOException {
		return Files.writeString(tools.file("text.pfx"), content, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING);
	}

	private static byte[] modulus(String name) throws Exception {
		String hex = tools.openssl("x509", "-in", name + ".crt", "-noout", "-modulus").strip().substring("Modulus=".length());
		return HexFormat.of().parseHex(hex);
	}

	private static void replace(byte[] content, byte[] old, byte[] changed) {
		for (int i = 0; i + old.length <= content.length; i++) {
			if (Arrays.equals(content, i, i + old.length, old, 0, old.length)) {
				System.arraycopy(changed, 0, content, i, changed.length);
				return;
			}
		}
		throw new IllegalArgumentException("The file does not have the bytes");
	}

	private List<KeyMaterial> read(Path file, String password) throws CertificateAccessException {
		return reader.read(KeyFileRequest.of(file, password.toCharArray()), Cancellation.NEVER).keys();
	}

	private void assertOpens(Path file, char[] password) throws Exception {
		List<KeyMaterial> keys = reader.read(KeyFileRequest.of(file, password), Cancellation.NEVER).keys();
		assertEquals(1, keys.size());
		byte[] data = "data".getBytes(Charset.defaultCharset());
		byte[] signature = new SigningKey(keys.get(0).key()).sign(SignatureAlgorithm.PS256, data);
		assertTrue(SignatureAlgorithm.PS256.verify(keys.get(0).certificate().getPublicKey(), data, signature));
	}

	private void assertReason(Reason reason, Path file, char[] password) {
		var thrown = assertThrows(CertificateAccessException.class,
				() -> reader.read(KeyFileRequest.of(file, password), Cancellation.NEVER).keys());
		assertEquals(reason, thrown.reason());
	}

	private void assertKind(FileFormat format, Path file) {
		var content = reader.inspect(KeyFileRequest.of(file, "pw".toCharArray()), Cancellation.NEVER);
		assertEquals(format, content.format(), () -> file.toString());
		assertEquals(Reason.NOT_A_PFX, content.problem().orElseThrow().reason(), () -> file.toString());
		assertEquals(List.of(format.label()), content.problem().orElseThrow().arguments());
	}
}
