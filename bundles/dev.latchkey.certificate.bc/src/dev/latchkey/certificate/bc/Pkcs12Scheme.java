package dev.latchkey.certificate.bc;

import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;

import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;

/** The older encryption of PKCS #12 (RFC 7292, appendix C). */
final class Pkcs12Scheme implements EncryptionScheme {

	private static final int BLOCK = 8;
	private static final int TWO_DES_KEYS = 16;
	private static final int THREE_DES_KEYS = 24;
	private static final RawCipher RC4 = new RawCipher("RC4", 1); //$NON-NLS-1$
	private static final RawCipher TRIPLE_DES = RawCipher.cbc("DESede", BLOCK); //$NON-NLS-1$
	private static final RawCipher RC2 = RawCipher.cbc("RC2", BLOCK); //$NON-NLS-1$

	private record Variant(RawCipher cipher, int keyBytes) {
	}

	private static final Map<String, Variant> VARIANTS = Map.of( //
			PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4.getId(), new Variant(RC4, 16), //
			PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4.getId(), new Variant(RC4, 5), //
			PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC.getId(), new Variant(TRIPLE_DES, THREE_DES_KEYS), //
			PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC.getId(), new Variant(TRIPLE_DES, TWO_DES_KEYS), //
			PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC.getId(), new Variant(RC2, 16), //
			PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC.getId(), new Variant(RC2, 5));

	private final Variant variant;
	private final byte[] salt;
	private final long iterations;
	private final KeyDerivation derivation;

	private Pkcs12Scheme(Variant variant, PKCS12PBEParams parameters, Effort effort) throws CertificateAccessException {
		this.variant = variant;
		salt = parameters.getIV();
		iterations = effort.count(parameters.getIterations());
		derivation = new KeyDerivation(effort);
	}

	/** @return empty when the algorithm is another one */
	static Optional<EncryptionScheme> of(AlgorithmIdentifier algorithm, Effort effort) throws CertificateAccessException {
		Variant variant = VARIANTS.get(algorithm.getAlgorithm().getId());
		return variant == null ? Optional.empty()
				: Optional.of(new Pkcs12Scheme(variant, PKCS12PBEParams.getInstance(algorithm.getParameters()), effort));
	}

	@Override
	public PasswordForms.Kind takes() {
		return PasswordForms.Kind.UTF16;
	}

	@Override
	public Optional<Plaintext> decrypt(byte[] password, byte[] data) throws CertificateAccessException {
		byte[] key = key(password);
		try {
			return variant.cipher.decrypt(key, parameters(password), data);
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}

	/** Two keys are three of which the last is the first again. */
	private byte[] key(byte[] password) throws CertificateAccessException {
		byte[] key = derive(KeyDerivation.Purpose.KEY, password, variant.keyBytes);
		if (variant.cipher != TRIPLE_DES || key.length == THREE_DES_KEYS) {
			return key;
		}
		byte[] three = Arrays.copyOf(key, THREE_DES_KEYS);
		System.arraycopy(key, 0, three, TWO_DES_KEYS, BLOCK);
		Arrays.fill(key, (byte) 0);
		return three;
	}

	private AlgorithmParameterSpec parameters(byte[] password) throws CertificateAccessException {
		if (variant.cipher == RC4) {
			return null;
		}
		byte[] iv = derive(KeyDerivation.Purpose.IV, password, BLOCK);
		return variant.cipher == RC2 ? new RC2ParameterSpec(variant.keyBytes * Byte.SIZE, iv) : new IvParameterSpec(iv);
	}

	private byte[] derive(KeyDerivation.Purpose purpose, byte[] password, int bytes) throws CertificateAccessException {
		return derivation.pkcs12(Hash.SHA1, purpose, password, salt, iterations, bytes);
	}
}
