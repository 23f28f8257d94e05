package dev.latchkey.certificate.bc;

import java.util.Optional;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;

/** A way to encrypt with a password, with the parameters of one encryption. */
interface EncryptionScheme {

	/** In which form it takes the password. */
	PasswordForms.Kind takes();

	/**
	 * Decrypts without judging the result.
	 *
	 * @return empty when the cipher itself refuses the key or the data
	 * @throws CertificateAccessException UNSUPPORTED_ALGORITHM, TOO_EXPENSIVE, or CORRUPT for parameters that make no sense
	 */
	Optional<Plaintext> decrypt(byte[] password, byte[] data) throws CertificateAccessException;

	/** @throws CertificateAccessException as {@link #decrypt} */
	static EncryptionScheme of(AlgorithmIdentifier algorithm, Effort effort) throws CertificateAccessException {
		if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
			return new Pbes2Scheme(algorithm, effort);
		}
		Optional<EncryptionScheme> ofPkcs12 = Pkcs12Scheme.of(algorithm, effort);
		return ofPkcs12.isPresent() ? ofPkcs12.get()
				: Pbes1Scheme.of(algorithm, effort).orElseThrow(() -> Algorithms.unsupported(algorithm, null));
	}
}
