package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileRequest;

/** Files of OpenSSL whose integrity check was made by the rules of RFC 9579 with the platform's algorithms. */
class Pbmac1Test {

	private static final byte[] SALT = { 1, 2, 3, 4, 5, 6, 7, 8 };
	private static final int ITERATIONS = 2048;
	private static final String PASSWORD = "pässwörd 鍵";

	@TempDir
	static Path folder;
	private static Tools tools;
	private static Pfx open;

	@BeforeAll
	static void makeFile() throws Exception {
		tools = new Tools(folder);
		tools.keyAndCertificate("rsa", "rsa:2048");
		open = Pfx.getInstance(Files.readAllBytes(tools.pfx("open.pfx", "rsa", PASSWORD, "-nomac")));
	}

	@ParameterizedTest
	@CsvSource({ "SHA1,7,SHA1,7", "SHA224,8,SHA224,8", "SHA256,9,SHA256,9", "SHA256,9,SHA512,11", "SHA512,11,SHA256,9",
			"SHA384,10,SHA384,10", "SHA512,11,SHA512,11" })
	void opensEveryPairOfFunctions(String prf, int prfId, String mac, int macId) throws Exception {
		Path file = write(prf, hmac(prfId), mac, hmac(macId), 32, new ASN1Integer(32));
		assertEquals(1, read(file, PASSWORD).keys().size());
		assertReason(Reason.WRONG_PASSWORD, read(file, "other"));
		assertReason(Reason.PASSWORD_REQUIRED, read(file, null));
	}

	@Test
	void refusesAKeyWhoseLengthIsNotTold() throws Exception {
		assertReason(Reason.CORRUPT, read(write("SHA256", hmac(9), "SHA256", hmac(9), 32, null), PASSWORD));
	}

	@Test
	void tellsDamageFromAWrongPassword() throws Exception {
		Path file = write("SHA256", hmac(9), "SHA256", hmac(9), 31, new ASN1Integer(32));
		assertReason(Reason.CORRUPT, read(file, PASSWORD));
		assertReason(Reason.WRONG_PASSWORD, read(file, "other"));
	}

	private static AlgorithmIdentifier hmac(int number) {
		return new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.2." + number), DERNull.INSTANCE);
	}

	/** @param told null to leave it out */
	private static Path write(String prf, AlgorithmIdentifier prfId, String mac, AlgorithmIdentifier macId, int keyBytes,
			ASN1Integer told) throws Exception {
		byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmac" + prf)
				.generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, ITERATIONS, 8 * keyBytes)).getEncoded();
		Mac function = Mac.getInstance("Hmac" + mac);
		function.init(new SecretKeySpec(key, "Hmac"));
		byte[] digest = function.doFinal(ASN1OctetString.getInstance(open.getAuthSafe().getContent()).getOctets());

		var pbkdf2 = told == null ? sequence(new DEROctetString(SALT), new ASN1Integer(ITERATIONS), prfId)
				: sequence(new DEROctetString(SALT), new ASN1Integer(ITERATIONS), told, prfId);
		var parameters = sequence(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, pbkdf2), macId);
		var digestInfo = sequence(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.5.14"), parameters),
				new DEROctetString(digest));
		var macData = sequence(digestInfo, new DEROctetString(new byte[8]), new ASN1Integer(BigInteger.ONE));
		return Files.write(tools.file("pbmac1.pfx"), sequence(new ASN1Integer(3), open.getAuthSafe(), macData).getEncoded());
	}

	private static DERSequence sequence(ASN1Encodable... elements) {
		ASN1EncodableVector vector = new ASN1EncodableVector();
		vector.addAll(elements);
		return new DERSequence(vector);
	}

	private static KeyFileContent read(Path file, String password) {
		return new BouncyCastleKeyFileReader().inspect(
				KeyFileRequest.of(file, password == null ? null : password.toCharArray()), Cancellation.NEVER);
	}

	private static void assertReason(Reason reason, KeyFileContent content) {
		assertEquals(reason, content.problem().orElseThrow().reason());
	}
}
