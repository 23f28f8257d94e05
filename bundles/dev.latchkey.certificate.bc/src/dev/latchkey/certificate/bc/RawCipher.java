package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Decrypts and leaves the padding on, because it tells damage from a wrong key.
 *
 * @param transformation for {@link Cipher#getInstance(String)}
 * @param block          the block length, 1 where no padding remains
 */
record RawCipher(String transformation, int block) {

	private static final String UNPADDED = "/CBC/NoPadding"; //$NON-NLS-1$
	private static final int AES_BLOCK = 16;
	private static final int DES_BLOCK = 8;

	private static final Map<String, RawCipher> BY_ID = Map.ofEntries( //
			Map.entry("2.16.840.1.101.3.4.1.2", cbc("AES", AES_BLOCK)), // 128 bits //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("2.16.840.1.101.3.4.1.22", cbc("AES", AES_BLOCK)), // 192 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("2.16.840.1.101.3.4.1.42", cbc("AES", AES_BLOCK)), // 256 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.840.113549.3.7", cbc("DESede", DES_BLOCK)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.840.113549.3.2", cbc("RC2", DES_BLOCK)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.840.113533.7.66.10", cbc("CAST5", DES_BLOCK)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.3.14.3.2.7", cbc("DES", DES_BLOCK)), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.392.200011.61.1.1.1.2", cbc("Camellia", AES_BLOCK)), // 128 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.392.200011.61.1.1.1.3", cbc("Camellia", AES_BLOCK)), // 192 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.392.200011.61.1.1.1.4", cbc("Camellia", AES_BLOCK)), // 256 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.410.200046.1.1.2", cbc("ARIA", AES_BLOCK)), // 128 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.410.200046.1.1.7", cbc("ARIA", AES_BLOCK)), // 192 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.410.200046.1.1.12", cbc("ARIA", AES_BLOCK)), // 256 //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry("1.2.410.200004.1.4", cbc("SEED", AES_BLOCK))); //$NON-NLS-1$ //$NON-NLS-2$

	static RawCipher cbc(String algorithm, int block) {
		return new RawCipher(algorithm + UNPADDED, block);
	}

	/** The first numbers that RFC 2268 gives to lengths of RC2's keys; from 256 on the number is the length. */
	private static final Map<Integer, Integer> RC2_BITS = Map.of(160, 40, 120, 64, 58, 128);

	/** Of those without an entry Bouncy Castle takes the padding off, or checks their tag. */
	static RawCipher of(AlgorithmIdentifier algorithm) {
		String id = algorithm.getAlgorithm().getId();
		return BY_ID.getOrDefault(id, new RawCipher(id, 1));
	}

	/**
	 * @param algorithm with the parameters as its standard encodes them
	 * @return empty when the cipher refuses the key or the data
	 * @throws CertificateAccessException UNSUPPORTED_ALGORITHM or CORRUPT
	 */
	Optional<Plaintext> decrypt(byte[] key, AlgorithmIdentifier algorithm, byte[] data) throws CertificateAccessException {
		if (transformation.endsWith(UNPADDED)) {
			return decrypt(key, initialVector(algorithm.getParameters().toASN1Primitive()), data);
		}
		try {
			Cipher cipher = Cipher.getInstance(transformation, BouncyCastle.provider());
			AlgorithmParameters parameters = AlgorithmParameters.getInstance(transformation, BouncyCastle.provider());
			parameters.init(algorithm.getParameters().toASN1Primitive().getEncoded());
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, transformation), parameters);
			return Optional.of(new Plaintext(cipher.doFinal(data), block));
		} catch (NoSuchAlgorithmException | NoSuchPaddingException | InvalidAlgorithmParameterException e) {
			throw Algorithms.unsupported(algorithm, e);
		} catch (GeneralSecurityException | IOException e) {
			return Optional.empty();
		}
	}

	/** Most have it as their only parameter, RC2 and CAST5 among others. */
	private AlgorithmParameterSpec initialVector(ASN1Primitive parameters) {
		if (parameters instanceof ASN1OctetString only) {
			return new IvParameterSpec(only.getOctets());
		}
		int number = 0;
		byte[] iv = {};
		for (ASN1Encodable each : ASN1Sequence.getInstance(parameters)) {
			if (each.toASN1Primitive() instanceof ASN1Integer other) {
				number = other.intValueExact();
			} else {
				iv = ASN1OctetString.getInstance(each).getOctets();
			}
		}
		return transformation.startsWith("RC2") ? new RC2ParameterSpec(RC2_BITS.getOrDefault(number, number), iv) //$NON-NLS-1$
				: new IvParameterSpec(iv);
	}

	/**
	 * @param parameters null for ciphers without
	 * @throws CertificateAccessException CORRUPT when the data can't have been made by this cipher, whatever the key
	 */
	Optional<Plaintext> decrypt(byte[] key, AlgorithmParameterSpec parameters, byte[] data)
			throws CertificateAccessException {
		if (data.length == 0 || data.length % block != 0) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		try {
			Cipher cipher = cipher();
			String algorithm = transformation.substring(0, (transformation + '/').indexOf('/'));
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), parameters);
			return Optional.of(new Plaintext(cipher.doFinal(data), block));
		} catch (InvalidAlgorithmParameterException e) {
			throw new CertificateAccessException(Reason.CORRUPT, e);
		} catch (GeneralSecurityException e) {
			return Optional.empty();
		}
	}

	/** The platform's where it has one, which is there without loading anything. */
	private Cipher cipher() throws GeneralSecurityException {
		try {
			return Cipher.getInstance(transformation);
		} catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
			return Cipher.getInstance(transformation, BouncyCastle.provider());
		}
	}
}
