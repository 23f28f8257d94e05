package dev.latchkey.certificate.bc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Provider;
import java.util.Optional;

import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

import dev.latchkey.certificate.CertificateAccessException;

/** Decrypts the parts of a PKCS #12 file with every form of the password until one makes sense. */
final class PfxCipher {

	/** Makes sense of decrypted bytes, which may be rubbish: throws any unchecked exception or IOException then. */
	@FunctionalInterface
	interface Parser<T> {
		T parse(byte[] bytes) throws IOException;
	}

	private final Provider provider;
	private final PfxPassword password;
	private final Effort effort;

	PfxCipher(Provider provider, PfxPassword password, Effort effort) {
		this.provider = provider;
		this.password = password;
		this.effort = effort;
	}

	/** @return empty when no form of the password fits */
	<T> Optional<T> decrypt(AlgorithmIdentifier algorithm, byte[] data, Parser<T> parser)
			throws CertificateAccessException {
		if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
			PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
			KeyDerivationFunc derivation = parameters.getKeyDerivationFunc();
			if (PKCSObjectIdentifiers.id_PBKDF2.equals(derivation.getAlgorithm())) {
				return withOctets(new Pbkdf2Cipher(provider, parameters, effort), data, parser);
			}
			if (MiscObjectIdentifiers.id_scrypt.equals(derivation.getAlgorithm())) {
				ScryptParams scrypt = ScryptParams.getInstance(derivation.getParameters());
				effort.memory(scrypt.getCostParameter(), scrypt.getBlockSize(), scrypt.getParallelizationParameter());
			}
		}
		return withChars(algorithm, data, parser);
	}

	private <T> Optional<T> withOctets(Pbkdf2Cipher cipher, byte[] data, Parser<T> parser)
			throws CertificateAccessException {
		for (byte[] form : password.octets()) {
			Optional<T> result = cipher.decrypt(form, data).flatMap(bytes -> attempt(parser, bytes));
			if (result.isPresent()) {
				return result;
			}
		}
		return Optional.empty();
	}

	private <T> Optional<T> withChars(AlgorithmIdentifier algorithm, byte[] data, Parser<T> parser)
			throws CertificateAccessException {
		for (PfxPassword.Utf16 form : password.utf16()) {
			Optional<T> result = decrypt(algorithm, form, data).flatMap(bytes -> attempt(parser, bytes));
			if (result.isPresent()) {
				return result;
			}
		}
		return Optional.empty();
	}

	private Optional<byte[]> decrypt(AlgorithmIdentifier algorithm, PfxPassword.Utf16 form, byte[] data)
			throws CertificateAccessException {
		if (algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
			effort.iterations(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
		}
		try (InputStream plain = new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(provider)
				.setTryWrongPKCS12Zero(form.terminator()).build(form.chars()).get(algorithm)
				.getInputStream(new ByteArrayInputStream(data))) {
			return Optional.of(plain.readAllBytes());
		} catch (OperatorCreationException e) {
			throw Algorithms.unsupported(algorithm, e);
		} catch (IOException e) {
			// wrong padding: the way a wrong password shows
			return Optional.empty();
		}
	}

	private static <T> Optional<T> attempt(Parser<T> parser, byte[] bytes) {
		try {
			return Optional.of(parser.parse(bytes));
		} catch (IOException | RuntimeException e) {
			// one wrong password in 256 leaves right padding, and rubbish
			return Optional.empty();
		}
	}
}
