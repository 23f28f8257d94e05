package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javax.crypto.Cipher;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.util.DigestFactory;
import org.bouncycastle.operator.DefaultSecretKeySizeProvider;

import dev.latchkey.certificate.CertificateAccessException;

/**
 * PBES2 with PBKDF2 (RFC 8018) from a password that is bytes already: the JCA takes characters only, always encodes them as
 * UTF-8, and refuses the empty password.
 */
final class Pbkdf2Cipher {

	private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> DIGESTS = Map.of( //
			PKCSObjectIdentifiers.id_hmacWithSHA1, DigestFactory::createSHA1, //
			PKCSObjectIdentifiers.id_hmacWithSHA224, DigestFactory::createSHA224, //
			PKCSObjectIdentifiers.id_hmacWithSHA256, DigestFactory::createSHA256, //
			PKCSObjectIdentifiers.id_hmacWithSHA384, DigestFactory::createSHA384, //
			PKCSObjectIdentifiers.id_hmacWithSHA512, DigestFactory::createSHA512, //
			NISTObjectIdentifiers.id_hmacWithSHA3_256, DigestFactory::createSHA3_256, //
			NISTObjectIdentifiers.id_hmacWithSHA3_384, DigestFactory::createSHA3_384, //
			NISTObjectIdentifiers.id_hmacWithSHA3_512, DigestFactory::createSHA3_512);

	private static final int MAX_KEY_BITS = 512;

	private final Provider provider;
	private final AlgorithmIdentifier scheme;
	private final PBKDF2Params derivation;
	private final Effort effort;

	Pbkdf2Cipher(Provider provider, PBES2Parameters parameters, Effort effort) {
		this.provider = provider;
		this.effort = effort;
		scheme = AlgorithmIdentifier.getInstance(parameters.getEncryptionScheme());
		derivation = PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
	}

	/** @return empty when the password does not fit */
	Optional<byte[]> decrypt(byte[] password, byte[] data) throws CertificateAccessException {
		byte[] key = derive(password);
		try {
			String algorithm = scheme.getAlgorithm().getId();
			Cipher cipher = Cipher.getInstance(algorithm, provider);
			AlgorithmParameters parameters = AlgorithmParameters.getInstance(algorithm, provider);
			parameters.init(scheme.getParameters().toASN1Primitive().getEncoded());
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), parameters);
			return Optional.of(cipher.doFinal(data));
		} catch (NoSuchAlgorithmException | NoSuchPaddingException | InvalidAlgorithmParameterException e) {
			throw Algorithms.unsupported(scheme, e);
		} catch (GeneralSecurityException | IOException e) {
			return Optional.empty();
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}

	private byte[] derive(byte[] password) throws CertificateAccessException {
		Supplier<Digest> digest = DIGESTS.get(derivation.getPrf().getAlgorithm());
		if (digest == null) {
			throw Algorithms.unsupported(derivation.getPrf(), null);
		}
		var generator = new PKCS5S2ParametersGenerator(digest.get());
		generator.init(password, derivation.getSalt(), effort.iterations(derivation.getIterationCount()));
		return ((KeyParameter) generator.generateDerivedParameters(keyBits())).getKey();
	}

	private int keyBits() throws CertificateAccessException {
		BigInteger bytes = derivation.getKeyLength();
		int bits = bytes == null || bytes.bitLength() > Short.SIZE
				? DefaultSecretKeySizeProvider.INSTANCE.getKeySize(scheme)
				: bytes.intValue() * Byte.SIZE;
		if (bits <= 0 || bits > MAX_KEY_BITS) {
			throw Algorithms.unsupported(scheme, null);
		}
		return bits;
	}
}
