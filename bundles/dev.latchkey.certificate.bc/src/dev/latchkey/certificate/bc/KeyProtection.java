package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** The encryption of the key store file: PBES2 (RFC 8018) with AES-256 and HMAC-SHA256. */
final class KeyProtection {

	/** As Java's own key stores; the password is random and has 256 bits. */
	static final int ITERATIONS = 10_000;

	/** What Java's key stores take at most. More comes from a damaged file and would take forever. */
	private static final int MAX_ITERATIONS = 5_000_000;

	private final char[] password;

	/** @param password stays the caller's to clear */
	KeyProtection(char[] password) {
		this.password = password;
	}

	byte[] protect(PrivateKey key) throws GeneralSecurityException, IOException {
		try {
			return new JcaPKCS8EncryptedPrivateKeyInfoBuilder(key).build(encryptor()).getEncoded();
		} catch (OperatorCreationException e) {
			throw new GeneralSecurityException(e);
		}
	}

	PrivateKey open(byte[] protectedKey) throws GeneralSecurityException, IOException {
		byte[] encoded = null;
		try {
			PrivateKeyInfo info = new PKCS8EncryptedPrivateKeyInfo(protectedKey).decryptPrivateKeyInfo(decryptor());
			encoded = info.getEncoded();
			return KeyFactory.getInstance(name(info.getPrivateKeyAlgorithm().getAlgorithm()))
					.generatePrivate(new PKCS8EncodedKeySpec(encoded));
		} catch (PKCSException | RuntimeException e) {
			throw new GeneralSecurityException(e);
		} finally {
			if (encoded != null) {
				Arrays.fill(encoded, (byte) 0);
			}
		}
	}

	/** Java knows most by their numbers. */
	private static String name(ASN1ObjectIdentifier algorithm) {
		return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm) ? "EC" : algorithm.getId(); //$NON-NLS-1$
	}

	OutputEncryptor encryptor() throws OperatorCreationException {
		return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
				.setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256)).setIterationCount(ITERATIONS)
				.setProvider(BouncyCastle.provider()).build(password);
	}

	InputDecryptorProvider decryptor() {
		InputDecryptorProvider decryptors = new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(BouncyCastle.provider())
				.build(password);
		return algorithm -> {
			checkEffort(algorithm);
			return decryptors.get(algorithm);
		};
	}

	private static void checkEffort(AlgorithmIdentifier algorithm) throws OperatorCreationException {
		if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
			var derivation = PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
			if (!isReasonable(PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount())) {
				throw new OperatorCreationException("Too many iterations"); //$NON-NLS-1$
			}
		}
	}

	static boolean isReasonable(BigInteger iterations) {
		return iterations.signum() > 0 && iterations.bitLength() < Integer.SIZE && iterations.intValue() <= MAX_ITERATIONS;
	}
}
