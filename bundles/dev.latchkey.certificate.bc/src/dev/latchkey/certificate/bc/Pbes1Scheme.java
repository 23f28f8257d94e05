package dev.latchkey.certificate.bc;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;

import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;

/** PBES1 (RFC 8018, section 6.1), as in old PEM files. */
final class Pbes1Scheme implements EncryptionScheme {

	private static final int BLOCK = 8;
	private static final RawCipher DES = RawCipher.cbc("DES", BLOCK); //$NON-NLS-1$
	private static final RawCipher RC2 = RawCipher.cbc("RC2", BLOCK); //$NON-NLS-1$

	private record Variant(Hash hash, RawCipher cipher) {
	}

	private static final Map<String, Variant> VARIANTS = Map.of( //
			PKCSObjectIdentifiers.pbeWithMD2AndDES_CBC.getId(), new Variant(Hash.MD2, DES), //
			PKCSObjectIdentifiers.pbeWithMD2AndRC2_CBC.getId(), new Variant(Hash.MD2, RC2), //
			PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC.getId(), new Variant(Hash.MD5, DES), //
			PKCSObjectIdentifiers.pbeWithMD5AndRC2_CBC.getId(), new Variant(Hash.MD5, RC2), //
			PKCSObjectIdentifiers.pbeWithSHA1AndDES_CBC.getId(), new Variant(Hash.SHA1, DES), //
			PKCSObjectIdentifiers.pbeWithSHA1AndRC2_CBC.getId(), new Variant(Hash.SHA1, RC2));

	private final Variant variant;
	private final byte[] salt;
	private final long iterations;
	private final KeyDerivation derivation;

	private Pbes1Scheme(Variant variant, PBEParameter parameters, Effort effort) throws CertificateAccessException {
		this.variant = variant;
		salt = parameters.getSalt();
		iterations = effort.count(parameters.getIterationCount());
		derivation = new KeyDerivation(effort);
	}

	/** @return empty when the algorithm is another one */
	static Optional<EncryptionScheme> of(AlgorithmIdentifier algorithm, Effort effort) throws CertificateAccessException {
		Variant variant = VARIANTS.get(algorithm.getAlgorithm().getId());
		return variant == null ? Optional.empty()
				: Optional.of(new Pbes1Scheme(variant, PBEParameter.getInstance(algorithm.getParameters()), effort));
	}

	@Override
	public PasswordForms.Kind takes() {
		return PasswordForms.Kind.OCTETS;
	}

	@Override
	public Optional<Plaintext> decrypt(byte[] password, byte[] data) throws CertificateAccessException {
		byte[] derived = derivation.pbkdf1(variant.hash, password, salt, iterations, 2 * BLOCK);
		byte[] key = Arrays.copyOf(derived, BLOCK);
		byte[] iv = Arrays.copyOfRange(derived, BLOCK, 2 * BLOCK);
		try {
			return variant.cipher.decrypt(key,
					variant.cipher == RC2 ? new RC2ParameterSpec(BLOCK * Byte.SIZE, iv) : new IvParameterSpec(iv), data);
		} finally {
			Arrays.fill(derived, (byte) 0);
			Arrays.fill(key, (byte) 0);
		}
	}
}
