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
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;

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

	/** Of those without an entry Bouncy Castle takes the padding off, or checks their tag. */
	static RawCipher of(AlgorithmIdentifier algorithm) {
		String id = algorithm.getAlgorithm().getId();
		return BY_ID.getOrDefault(id, new RawCipher(id, 1));
	}

	/** @param parameters as the standard of the algorithm encodes them */
	Optional<Plaintext> decrypt(byte[] key, AlgorithmIdentifier parameters, byte[] data)
			throws CertificateAccessException {
		try {
			String id = parameters.getAlgorithm().getId();
			AlgorithmParameters decoded = AlgorithmParameters.getInstance(id, BouncyCastle.provider());
			decoded.init(parameters.getParameters().toASN1Primitive().getEncoded());
			Cipher cipher = cipher();
			cipher.init(Cipher.DECRYPT_MODE, key(key), decoded);
			return finish(cipher, data);
		} catch (NoSuchAlgorithmException | NoSuchPaddingException | InvalidAlgorithmParameterException e) {
			throw Algorithms.unsupported(parameters, e);
		} catch (GeneralSecurityException | IOException e) {
			return Optional.empty();
		}
	}

	/** @param parameters null for ciphers without */
	Optional<Plaintext> decrypt(byte[] key, AlgorithmParameterSpec parameters, byte[] data) {
		try {
			Cipher cipher = cipher();
			cipher.init(Cipher.DECRYPT_MODE, key(key), parameters);
			return finish(cipher, data);
		} catch (GeneralSecurityException e) {
			return Optional.empty();
		}
	}

	private Cipher cipher() throws GeneralSecurityException {
		return Cipher.getInstance(transformation, BouncyCastle.provider());
	}

	private SecretKeySpec key(byte[] key) {
		return new SecretKeySpec(key, transformation.substring(0, (transformation + '/').indexOf('/')));
	}

	private Optional<Plaintext> finish(Cipher cipher, byte[] data) throws GeneralSecurityException {
		return Optional.of(new Plaintext(cipher.doFinal(data), block));
	}
}
