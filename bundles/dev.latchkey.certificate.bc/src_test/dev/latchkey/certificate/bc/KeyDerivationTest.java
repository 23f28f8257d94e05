package dev.latchkey.certificate.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

import org.bouncycastle.asn1.misc.ScryptParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Against the platform's derivations, and the examples of the standards where the platform has none. */
class KeyDerivationTest {

	private static final byte[] SALT = HexFormat.of().parseHex("0102030405060708");

	private final KeyDerivation derivation = new KeyDerivation(new Effort(false));

	@ParameterizedTest
	@CsvSource({ "SHA1,PBKDF2WithHmacSHA1,20", "SHA224,PBKDF2WithHmacSHA224,32", "SHA256,PBKDF2WithHmacSHA256,100",
			"SHA384,PBKDF2WithHmacSHA384,24", "SHA512,PBKDF2WithHmacSHA512,65" })
	void derivesAsThePlatformDoes(Hash hash, String name, int bytes) throws Exception {
		String password = "password that is longer than a block of the hash function, which is another case to look at, "
				+ "and which SHA-512 with its blocks of 128 bytes demands to be so long that nobody types it";
		for (String each : new String[] { "p", password }) {
			byte[] expected = SecretKeyFactory.getInstance(name)
					.generateSecret(new PBEKeySpec(each.toCharArray(), SALT, 1000, 8 * bytes)).getEncoded();
			assertArrayEquals(expected, derivation.pbkdf2(hash, utf8(each), SALT, 1000, bytes));
		}
	}

	@ParameterizedTest
	@CsvSource({ "SHA1,HmacPBESHA1", "SHA224,HmacPBESHA224", "SHA256,HmacPBESHA256", "SHA384,HmacPBESHA384",
			"SHA512,HmacPBESHA512", "SHA512_256,HmacPBESHA512/256" })
	void derivesKeysOfMacsAsThePlatformDoes(Hash hash, String name) throws Exception {
		Key password = SecretKeyFactory.getInstance("PBE").generateSecret(new PBEKeySpec("password".toCharArray()));
		Mac mac = Mac.getInstance(name);
		mac.init(password, new PBEParameterSpec(SALT, 1000));
		byte[] key = derivation.pkcs12(hash, KeyDerivation.Purpose.MAC, "password\0".getBytes(StandardCharsets.UTF_16BE),
				SALT, 1000, hash.digest().getDigestLength());
		byte[] result = new byte[hash.digest().getDigestLength()];
		new Hmac(hash, key).compute(utf8("data"), result);
		assertArrayEquals(mac.doFinal(utf8("data")), result);
	}

	/** RFC 7914, section 12. */
	@ParameterizedTest
	@CsvSource({ "'','',16,1,1,77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442",
			"password,NaCl,1024,8,16,fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162",
			"pleaseletmein,SodiumChloride,16384,8,1,7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2" })
	void derivesWithScrypt(String password, String salt, int cost, int block, int parallel, String expected)
			throws Exception {
		Scrypt scrypt = new Scrypt(new ScryptParams(utf8(salt), cost, block, parallel), new Effort(false));
		assertEquals(expected, HexFormat.of().formatHex(scrypt.derive(utf8(password), 32)));
	}

	@ParameterizedTest
	@CsvSource({ "65536,8,1,false", "1048576,8,2,false", "16384,8,100,false", "16777216,8,1,true" })
	void refusesScryptThatTakesTooMuch(int cost, int block, int parallel, boolean patient) {
		assertReason(Reason.TOO_EXPENSIVE, () -> new Scrypt(new ScryptParams(SALT, cost, block, parallel),
				new Effort(patient)).derive(SALT, 32));
	}

	@ParameterizedTest
	@CsvSource({ "0,8,1", "-2,8,1", "1000,8,1", "1024,0,1", "1024,8,-1" })
	void refusesScryptThatMakesNoSense(int cost, int block, int parallel) {
		assertReason(Reason.CORRUPT, () -> new Scrypt(new ScryptParams(SALT, cost, block, parallel), new Effort(true)));
	}

	@Test
	void refusesWhatAddsUp() throws Exception {
		Effort effort = new Effort(false);
		for (int i = 0; i < 3; i++) {
			effort.spend(5e8);
		}
		assertReason(Reason.TOO_EXPENSIVE, () -> effort.spend(1));
		new Effort(true).spend(1e30);
	}

	@Test
	void refusesCountsThatMakeNoSense() throws Exception {
		assertReason(Reason.CORRUPT, () -> new Effort(true).count(BigInteger.ZERO));
		assertReason(Reason.CORRUPT, () -> new Effort(true).count(BigInteger.valueOf(-1)));
		assertReason(Reason.TOO_EXPENSIVE, () -> new Effort(true).count(BigInteger.ONE.shiftLeft(70)));
		assertEquals(1L << 31, new Effort(true).count(BigInteger.ONE.shiftLeft(31)));
	}

	@FunctionalInterface
	private interface Work {
		void run() throws CertificateAccessException;
	}

	private static void assertReason(Reason reason, Work work) {
		assertEquals(reason, assertThrows(CertificateAccessException.class, work::run).reason());
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
