package dev.latchkey.certificate.bc;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultSecretKeySizeProvider;

import dev.latchkey.certificate.CertificateAccessException;

/** PBES2 (RFC 8018) with PBKDF2 or scrypt (RFC 7914). */
final class Pbes2Scheme implements EncryptionScheme {

	private static final int MAX_KEY_BYTES = 64;

	private final AlgorithmIdentifier cipher;
	private final KeyDerivationFunc derivation;
	private final Effort effort;

	Pbes2Scheme(AlgorithmIdentifier algorithm, Effort effort) {
		PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
		cipher = AlgorithmIdentifier.getInstance(parameters.getEncryptionScheme());
		derivation = parameters.getKeyDerivationFunc();
		this.effort = effort;
	}

	@Override
	public PasswordForms.Kind takes() {
		return PasswordForms.Kind.OCTETS;
	}

	@Override
	public Optional<Plaintext> decrypt(byte[] password, byte[] data) throws CertificateAccessException {
		byte[] key = derive(password);
		try {
			return RawCipher.of(cipher).decrypt(key, cipher, data);
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}

	private byte[] derive(byte[] password) throws CertificateAccessException {
		if (PKCSObjectIdentifiers.id_PBKDF2.equals(derivation.getAlgorithm())) {
			PBKDF2Params parameters = PBKDF2Params.getInstance(derivation.getParameters());
			return new KeyDerivation(effort).pbkdf2(Hash.ofHmac(parameters.getPrf()), password, parameters.getSalt(),
					effort.count(parameters.getIterationCount()), keyBytes(parameters.getKeyLength()));
		}
		if (MiscObjectIdentifiers.id_scrypt.equals(derivation.getAlgorithm())) {
			ScryptParams parameters = ScryptParams.getInstance(derivation.getParameters());
			return new Scrypt(parameters, effort).derive(password, keyBytes(parameters.getKeyLength()));
		}
		throw Algorithms.unsupported(AlgorithmIdentifier.getInstance(derivation), null);
	}

	/** @param told null where the cipher says it */
	private int keyBytes(BigInteger told) throws CertificateAccessException {
		int bytes = told == null || told.bitLength() >= Integer.SIZE
				? DefaultSecretKeySizeProvider.INSTANCE.getKeySize(cipher) / Byte.SIZE
				: told.intValue();
		if (bytes <= 0 || bytes > MAX_KEY_BYTES) {
			throw Algorithms.unsupported(cipher, null);
		}
		return bytes;
	}
}
