package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Decrypts the parts of a file with every form of the password until one makes sense. */
final class Decryptor {

	/** Makes sense of decrypted bytes, which may be rubbish: throws any unchecked exception or IOException then. */
	@FunctionalInterface
	interface Parser<T> {
		T parse(byte[] bytes) throws IOException;
	}

	private final PasswordForms password;
	private final Effort effort;
	private boolean proven;

	Decryptor(PasswordForms password, Effort effort) {
		this.password = password;
		this.effort = effort;
	}

	/** Whether the password has decrypted anything, be it damaged: proof that it is right. */
	boolean proven() {
		return proven;
	}

	/**
	 * @return empty when no form of the password fits
	 * @throws CertificateAccessException UNSUPPORTED_ALGORITHM, TOO_EXPENSIVE, or CORRUPT when the password is right and what it
	 *                                    opens makes no sense
	 */
	<T> Optional<T> decrypt(AlgorithmIdentifier algorithm, byte[] data, Parser<T> parser)
			throws CertificateAccessException {
		return decrypt(EncryptionScheme.of(algorithm, effort), data, parser);
	}

	/** As the other one. */
	<T> Optional<T> decrypt(EncryptionScheme scheme, byte[] data, Parser<T> parser) throws CertificateAccessException {
		for (byte[] form : password.of(scheme.takes())) {
			Optional<Plaintext> plain = scheme.decrypt(form, data);
			if (plain.isPresent()) {
				Optional<T> result = attempt(parser, plain.get());
				if (result.isPresent()) {
					proven = true;
					password.prefer(scheme.takes(), form);
					return result;
				}
			}
		}
		return Optional.empty();
	}

	/** Tries what nearly all files were made with, to learn whether the password is right, and no more. */
	void prove(AlgorithmIdentifier algorithm, byte[] data) throws CertificateAccessException {
		EncryptionScheme scheme = EncryptionScheme.of(algorithm, effort);
		for (byte[] form : password.likely(scheme.takes())) {
			Optional<Plaintext> plain = scheme.decrypt(form, data);
			proven |= plain.isPresent() && (plain.get().isEvident() || plain.get().content().isPresent());
		}
	}

	private <T> Optional<T> attempt(Parser<T> parser, Plaintext plain) throws CertificateAccessException {
		Optional<byte[]> content = plain.content();
		try {
			return content.isPresent() ? Optional.of(parser.parse(content.get())) : unproven(plain);
		} catch (IOException | RuntimeException e) {
			return unproven(plain);
		} finally {
			content.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
			Arrays.fill(plain.bytes(), (byte) 0);
		}
	}

	/** Empty for rubbish that a wrong password left, which with few bytes can even have a fitting header. */
	private <T> Optional<T> unproven(Plaintext plain) throws CertificateAccessException {
		if (plain.isEvident()) {
			proven = true;
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		return Optional.empty();
	}
}
