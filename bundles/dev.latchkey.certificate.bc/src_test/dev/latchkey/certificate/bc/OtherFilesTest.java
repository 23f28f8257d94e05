package dev.latchkey.certificate.bc;

import static dev.latchkey.certificate.bc.Reading.assertIsNoKeyFile;
import static dev.latchkey.certificate.bc.Reading.assertOpens;
import static dev.latchkey.certificate.bc.Reading.assertReason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.KeyMaterial;

/** What people take for a PFX file, and what they put into one. */
class OtherFilesTest {

	@TempDir
	static Path folder;
	private static Tools tools;

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		tools.keyAndCertificate("brainpool", "ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1");
		tools.keyAndCertificate("ed25519", "ed25519");
	}

	private static Path text(String content) throws IOException {
		return Files.writeString(tools.file("text.pfx"), content, StandardCharsets.UTF_8);
	}

	private static Path bytes(int... content) throws IOException {
		byte[] bytes = new byte[content.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) content[i];
		}
		return Files.write(tools.file("bytes.pfx"), bytes);
	}

	@Test
	void areNamedWhereTheyAreOfOpenSsl() throws Exception {
		tools.openssl("x509", "-in", "rsa.crt", "-outform", "DER", "-out", "rsa.cer");
		tools.openssl("pkcs8", "-topk8", "-nocrypt", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p8");
		tools.openssl("pkcs8", "-topk8", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p8e", "-passout", "pass:x");
		tools.openssl("rsa", "-traditional", "-in", "rsa.key", "-outform", "DER", "-out", "rsa.p1");
		tools.openssl("crl2pkcs7", "-nocrl", "-certfile", "rsa.crt", "-outform", "DER", "-out", "rsa.p7b");
		tools.openssl("req", "-new", "-key", "rsa.key", "-subj", "/CN=x", "-outform", "DER", "-out", "rsa.csr");
		assertIsNoKeyFile(FileFormat.DER_CERTIFICATE, tools.file("rsa.cer"));
		assertIsNoKeyFile(FileFormat.DER_PRIVATE_KEY, tools.file("rsa.p8"));
		assertIsNoKeyFile(FileFormat.DER_PRIVATE_KEY, tools.file("rsa.p1"));
		assertIsNoKeyFile(FileFormat.DER_ENCRYPTED_PRIVATE_KEY, tools.file("rsa.p8e"));
		assertIsNoKeyFile(FileFormat.PKCS7, tools.file("rsa.p7b"));
		assertIsNoKeyFile(FileFormat.DER_CERTIFICATE_REQUEST, tools.file("rsa.csr"));
	}

	@Test
	void areNamedWhereTheyAreOfJava() throws Exception {
		for (String type : new String[] { "JKS", "JCEKS" }) {
			tools.run("keytool", "-genkeypair", "-keyalg", "RSA", "-alias", "a", "-dname", "CN=a", "-keystore",
					type + ".pfx", "-storetype", type, "-storepass", "changeit", "-keypass", "changeit");
			assertIsNoKeyFile(FileFormat.valueOf(type), tools.file(type + ".pfx"));
		}
		tools.run("jar", "--create", "--file", "archive.pfx", "rsa.crt");
		assertIsNoKeyFile(FileFormat.ARCHIVE, tools.file("archive.pfx"));
	}

	@Test
	void areNamedByTheirText() throws Exception {
		assertIsNoKeyFile(FileFormat.JSON, text("  {\"a\": 1}"));
		assertIsNoKeyFile(FileFormat.HTML, text("<!DOCTYPE html><html></html>"));
		assertIsNoKeyFile(FileFormat.XML, text("<?xml version=\"1.0\"?><a/>"));
		assertIsNoKeyFile(FileFormat.TEXT, text("0 is a text that starts like ASN.1\n"));
		assertIsNoKeyFile(FileFormat.TEXT, text("\uFEFFa text with a mark"));
		assertIsNoKeyFile(FileFormat.TEXT, text("Пароль\n"));
		assertIsNoKeyFile(FileFormat.PUTTY_KEY, text("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n"));
		assertIsNoKeyFile(FileFormat.BASE64, text("c29tZXRoaW5nIGVsc2UsIGFuZCBtb3JlIG9mIGl0LCBsaW5lIGFmdGVyIGxpbmU=\n"));
	}

	@Test
	void areNamedByTheirFirstBytes() throws Exception {
		assertIsNoKeyFile(FileFormat.ARCHIVE, bytes('P', 'K', 3, 4, 0, 0));
		assertIsNoKeyFile(FileFormat.PDF, bytes('%', 'P', 'D', 'F', '-', '1', 0));
		assertIsNoKeyFile(FileFormat.IMAGE, bytes(0x89, 'P', 'N', 'G', 0, 0));
		assertIsNoKeyFile(FileFormat.PROGRAM, bytes('M', 'Z', 0x90, 0));
		assertIsNoKeyFile(FileFormat.UNKNOWN, bytes(new int[64]));
	}

	@Test
	void areRefusedForTheirSize() throws Exception {
		assertEquals(FileFormat.EMPTY, assertReason(Reason.EMPTY_FILE, bytes(), null).format());
		assertReason(Reason.TOO_LARGE, Files.write(tools.file("large"), new byte[(1 << 20) + 1]), null);
	}

	@Test
	void areToldWhereTheyCannotBeRead() {
		assertReason(Reason.UNREADABLE, tools.file("not-there.pfx"), null);
		assertReason(Reason.UNREADABLE, folder, null);
	}

	/** Nobody who may read everything, as in many containers, can see that. */
	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void areToldWhereAnotherAccountOwnsThem() throws Exception {
		Path file = Files.write(tools.file("forbidden.pfx"), new byte[] { 1 });
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
		assertReason(Files.isReadable(file) ? Reason.NOT_A_PFX : Reason.UNREADABLE, file, null);
	}

	@Test
	void mayBeAPfxAsText() throws Exception {
		Path pfx = tools.pfx("binary.pfx", "rsa", "secret");
		tools.openssl("base64", "-in", pfx.toString(), "-out", "lines.pfx");
		tools.openssl("base64", "-A", "-in", pfx.toString(), "-out", "line.pfx");
		for (String each : new String[] { "lines.pfx", "line.pfx" }) {
			assertOpens(tools.file(each), "secret");
			assertReason(Reason.WRONG_PASSWORD, tools.file(each), "other");
		}
	}

	@Test
	void mayBePemUnderTheNameOfAPfx() throws Exception {
		assertEquals(FileFormat.PEM, assertReason(Reason.NO_PRIVATE_KEY, tools.joined("c.pfx", "rsa.crt"), null).format());
		assertEquals(FileFormat.PEM, assertReason(Reason.NO_CERTIFICATE, tools.joined("k.pfx", "rsa.key"), null).format());
		assertOpens(tools.joined("both.pfx", "rsa.crt", "rsa.key"), null);
	}

	@Test
	void mayHaveKeysThatJavaDoesNotKnow() throws Exception {
		KeyMaterial brainpool = Reading.inspect(tools.pfx("brainpool.pfx", "brainpool", "pw"), "pw").onlyKey();
		assertEquals("EC", brainpool.key().getAlgorithm());
		assertEquals("EdDSA", assertOpens(tools.pfx("ed25519.pfx", "ed25519", "pw"), "pw").key().getAlgorithm());
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void areClosedAgain() throws Exception {
		Path file = tools.pfx("handle.pfx", "rsa", "pw");
		assertOpens(file, "pw");
		assertReason(Reason.WRONG_PASSWORD, file, "other");
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
}
