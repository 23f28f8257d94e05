package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.Finding;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;

/** What is told of files besides their keys, in PFX files made by OpenSSL. */
class KeyFileContentTest {

	private static final String[] OPEN = { "-nomac", "-certpbe", "NONE", "-keypbe", "NONE" };

	@TempDir
	static Path folder;
	private static Tools tools;

	private final BouncyCastleKeyFileReader reader = new BouncyCastleKeyFileReader();

	@BeforeAll
	static void makeKeys() throws Exception {
		tools = new Tools(folder);
		for (String name : List.of("root", "first", "second")) {
			tools.keyAndCertificate(name, "rsa:2048");
		}
		sign("sub", "root", "-addext", "basicConstraints=critical,CA:TRUE");
		sign("leaf", "sub");
	}

	private static void sign(String name, String issuer, String... extensions) throws Exception {
		List<String> request = new ArrayList<>(List.of("req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key",
				"-out", name + ".csr", "-subj", "/CN=" + name));
		request.addAll(List.of(extensions));
		tools.openssl(request.toArray(String[]::new));
		tools.openssl("x509", "-req", "-in", name + ".csr", "-CA", issuer + ".crt", "-CAkey", issuer + ".key", "-out",
				name + ".crt", "-CAcreateserial", "-copy_extensions", "copy");
	}

	private static Path joined(String name, String... parts) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String each : parts) {
			text.append(Files.readString(tools.file(each)));
		}
		return Files.writeString(tools.file(name), text);
	}

	@Test
	void showsCertificatesWithoutTheirKeys() throws Exception {
		joined("chain.crt", "sub.crt", "root.crt");
		KeyFileContent content = inspect(tools.pfx("certs.pfx", "leaf", "pw", "-nokeys", "-certfile", "chain.crt"), "pw");
		assertEquals(Reason.NO_PRIVATE_KEY, reason(content));
		assertEquals(List.of("leaf"), subjects(content));
		assertEquals(List.of(false), hasKeys(content));
		assertEquals(2, content.entries().get(0).issuers().size());
	}

	@Test
	void showsAnAuthorityThatIsAlone() throws Exception {
		assertEquals(List.of("root"), subjects(inspect(tools.pfx("ca.pfx", "root", "pw", "-nokeys"), "pw")));
	}

	@Test
	void givesEveryKeyAndLetsSomebodyChoose() throws Exception {
		for (String alias : List.of("one", "two")) {
			tools.run("keytool", "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-alias", alias, "-dname",
					"CN=" + alias, "-keystore", "two.p12", "-storetype", "PKCS12", "-storepass", "changeit");
		}
		KeyFileContent content = inspect(tools.file("two.p12"), "changeit");
		assertEquals(2, content.keys().size());
		assertEquals(List.of(true, true), hasKeys(content));
		assertEquals(Reason.SEVERAL_KEYS,
				assertThrows(CertificateAccessException.class, content::onlyKey).reason());
	}

	@Test
	void givesOneKeyOnceThoughItsCertificateIsThereTwice() throws Exception {
		joined("twice.crt", "first.crt", "first.crt");
		assertEquals(1, inspect(tools.pfx("twice.pfx", "first", "pw", "-certfile", "twice.crt"), "pw").keys().size());
	}

	@Test
	void usesTheKeyThatHasACertificate() throws Exception {
		joined("keys.pem", "first.crt", "second.key", "first.key");
		KeyFileContent content = inspect(tools.file("keys.pem"), null);
		assertEquals("CN=first", content.onlyKey().certificate().getSubjectX500Principal().getName());
	}

	@Test
	void warnsOfAFileWithoutIntegrityCheck() throws Exception {
		Finding expected = new Finding(Finding.Kind.NO_INTEGRITY, List.of());
		assertEquals(List.of(expected), inspect(tools.pfx("open.pfx", "first", "pw", OPEN), null).findings());
		Path encrypted = tools.pfx("nomac.pfx", "first", "pw", "-nomac");
		assertEquals(List.of(expected), inspect(encrypted, "pw").findings());
		assertEquals(List.of(expected), inspect(encrypted, "wrong").findings());
		assertEquals(List.of(), inspect(tools.pfx("mac.pfx", "first", "pw"), "pw").findings());
	}

	@Test
	void showsWhatCanBeSeenWithoutThePassword() throws Exception {
		KeyFileContent content = inspect(tools.pfx("seen.pfx", "first", "pw", "-certpbe", "NONE"), null);
		assertEquals(Reason.PASSWORD_REQUIRED, reason(content));
		assertEquals(List.of("first"), subjects(content));
		assertEquals(List.of(false), hasKeys(content));
	}

	@Test
	void tellsTheFormatOfWhatItCannotUse() throws Exception {
		Path file = tools.pfx("whole.pfx", "first", "pw");
		assertEquals(FileFormat.PFX, inspect(file, "wrong").format());
		assertEquals(FileFormat.PFX, inspect(file, null).format());
		byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 200);
		assertEquals(FileFormat.PFX, inspect(Files.write(tools.file("cut.pfx"), cut), "pw").format());
		assertEquals(FileFormat.EMPTY, inspect(Files.write(tools.file("empty"), new byte[0]), null).format());
		assertEquals(FileFormat.UNKNOWN, inspect(tools.file("not-there"), null).format());
		byte[] archive = Arrays.copyOf(new byte[] { 'P', 'K', 3, 4 }, 2_000_000);
		KeyFileContent large = inspect(Files.write(tools.file("large"), archive), null);
		assertEquals(FileFormat.ARCHIVE, large.format());
		assertEquals(Reason.TOO_LARGE, reason(large));
	}

	@Test
	void showsACertificateInAFileOfItsOwn() throws Exception {
		tools.openssl("x509", "-in", "first.crt", "-outform", "DER", "-out", "first.cer");
		KeyFileContent content = inspect(tools.file("first.cer"), null);
		assertEquals(Reason.NOT_A_PFX, reason(content));
		assertEquals(FileFormat.DER_CERTIFICATE, content.format());
		assertEquals(List.of("first"), subjects(content));
	}

	@Test
	void opensIndefiniteLengthsAndOctetsInPieces() throws Exception {
		Path file = tools.pfx("der.pfx", "first", "pw");
		assertEquals(1, inspect(ber(file, false), "pw").keys().size());
		assertEquals(Reason.WRONG_PASSWORD, reason(inspect(ber(file, false), "other")));
		assertEquals(1, inspect(ber(tools.pfx("open.pfx", "first", "pw", OPEN), true), null).keys().size());
		assertEquals(1, inspect(ber(tools.pfx("nomac.pfx", "first", "pw", "-nomac"), true), "pw").keys().size());
	}

	/** @param deep also in the content, on which an integrity check would depend */
	private static Path ber(Path der, boolean deep) throws IOException {
		byte[] ber = ber(ASN1Primitive.fromByteArray(Files.readAllBytes(der)), deep).toASN1Primitive().getEncoded("BER");
		return Files.write(tools.file("ber.pfx"), ber);
	}

	private static ASN1Encodable ber(ASN1Encodable value, boolean deep) throws IOException {
		ASN1Primitive primitive = value.toASN1Primitive();
		if (primitive instanceof ASN1Sequence sequence) {
			return new BERSequence(elements(sequence.toArray(), deep));
		}
		if (primitive instanceof ASN1Set set) {
			return new BERSet(elements(set.toArray(), deep));
		}
		if (primitive instanceof ASN1TaggedObject tagged && tagged.isExplicit()) {
			return new BERTaggedObject(true, tagged.getTagNo(), ber(tagged.getExplicitBaseObject(), deep));
		}
		if (primitive instanceof ASN1OctetString octets && octets.getOctets().length > 100) {
			byte[] bytes = deep && octets.getOctets()[0] == 0x30
					? ber(ASN1Primitive.fromByteArray(octets.getOctets()), true).toASN1Primitive().getEncoded("BER")
					: octets.getOctets();
			return new BEROctetString(new ASN1OctetString[] { new DEROctetString(Arrays.copyOf(bytes, 7)),
					new DEROctetString(Arrays.copyOfRange(bytes, 7, bytes.length)) });
		}
		return primitive;
	}

	private static ASN1EncodableVector elements(ASN1Encodable[] elements, boolean deep) throws IOException {
		ASN1EncodableVector vector = new ASN1EncodableVector();
		for (ASN1Encodable each : elements) {
			vector.add(ber(each, deep));
		}
		return vector;
	}

	@ParameterizedTest
	@ValueSource(strings = { "pipe", "folder", "/dev/zero", "not-there" })
	void readsRegularFilesOnly(String name) throws Exception {
		Path file = tools.file(name);
		switch (name) {
			case "pipe" -> tools.run("mkfifo", "pipe");
			case "folder" -> Files.createDirectory(file);
			default -> {
				// there or not by itself
			}
		}
		assertEquals(Reason.UNREADABLE, reason(inspect(file, null)));
	}

	private KeyFileContent inspect(Path file, String password) {
		return reader.inspect(KeyFileRequest.of(file, password == null ? null : password.toCharArray()), Cancellation.NEVER);
	}

	private static Reason reason(KeyFileContent content) {
		return content.problem().orElseThrow().reason();
	}

	private static List<String> subjects(KeyFileContent content) {
		return content.entries().stream().map(each -> each.certificate().getSubjectX500Principal().getName().substring(3))
				.toList();
	}

	private static List<Boolean> hasKeys(KeyFileContent content) {
		return content.entries().stream().map(KeyFileContent.Entry::hasPrivateKey).toList();
	}
}
