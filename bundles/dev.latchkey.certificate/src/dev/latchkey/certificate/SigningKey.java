package dev.latchkey.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Objects;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A private key that can sign. Nothing ever asks it for its encoded form, so keys that stay in a store, a token or a vault
 * work. Safe for use by several threads.
 */
public final class SigningKey {

	/** Signs with a key that Java does not know: one that lies in a vault behind a network, or in a device. */
	@ConsumerType
	@FunctionalInterface
	public interface Signer {

		/**
		 * Signs the data (not its digest). Callable from any thread, several at a time; may block as long as it takes.
		 *
		 * @throws GeneralSecurityException when the key can't be used, with the cause
		 */
		byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException;
	}

	private final String algorithm;
	private final boolean exportable;
	private final Signer signer;

	/** A key that any installed JCA provider may use. */
	public SigningKey(PrivateKey key) {
		this(key, Optional.empty());
	}

	/**
	 * @param provider the provider that the key belongs to, which need not be installed in this Java machine; empty lets
	 *                 the platform choose
	 */
	public SigningKey(PrivateKey key, Optional<Provider> provider) {
		Objects.requireNonNull(provider, "provider"); //$NON-NLS-1$
		algorithm = key.getAlgorithm();
		exportable = key.getFormat() != null;
		signer = (asked, data) -> sign(key, provider, asked, data);
	}

	/**
	 * A key that stays where it is.
	 *
	 * @param algorithm JCA name of the key's algorithm, such as {@code RSA}
	 * @param signer    signs with it
	 */
	public SigningKey(String algorithm, Signer signer) {
		this.algorithm = Objects.requireNonNull(algorithm, "algorithm"); //$NON-NLS-1$
		this.signer = Objects.requireNonNull(signer, "signer"); //$NON-NLS-1$
		exportable = false;
	}

	/** JCA name of the key's algorithm, such as {@code RSA} or {@code EC}. */
	public String algorithm() {
		return algorithm;
	}

	/** Whether the key's place would give it out, as far as Java can tell without asking for it. */
	public boolean exportable() {
		return exportable;
	}

	/**
	 * Signs the data; may ask the operating system or a device and block for as long as these take.
	 *
	 * @throws GeneralSecurityException when the key can't be used that way
	 */
	public byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
		return signer.sign(algorithm, data);
	}

	private static byte[] sign(PrivateKey key, Optional<Provider> provider, SignatureAlgorithm algorithm, byte[] data)
			throws GeneralSecurityException {
		Signature signature = provider.isPresent() ? Signature.getInstance(algorithm.jcaName(), provider.get())
				: Signature.getInstance(algorithm.jcaName());
		algorithm.configure(signature);
		signature.initSign(key);
		signature.update(data);
		return signature.sign();
	}

	/** Never shows key material. */
	@Override
	public String toString() {
		return "SigningKey[" + algorithm + ']'; //$NON-NLS-1$
	}
}
