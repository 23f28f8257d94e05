package dev.latchkey.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Objects;
import java.util.Optional;

/**
 * A private key together with the JCA provider that can use it. Nothing ever asks the key for its encoded form, so keys
 * that stay in a store, a token or a vault work. Safe for use by several threads.
 */
public final class SigningKey {

	private final PrivateKey key;
	private final Optional<Provider> provider;

	/** A key that any installed JCA provider may use. */
	public SigningKey(PrivateKey key) {
		this(key, Optional.empty());
	}

	/**
	 * @param provider the provider that the key belongs to, which need not be installed in this Java machine; empty lets
	 *                 the platform choose
	 */
	public SigningKey(PrivateKey key, Optional<Provider> provider) {
		this.key = Objects.requireNonNull(key, "key"); //$NON-NLS-1$
		this.provider = Objects.requireNonNull(provider, "provider"); //$NON-NLS-1$
	}

	/** JCA name of the key's algorithm, such as {@code RSA} or {@code EC}. */
	public String algorithm() {
		return key.getAlgorithm();
	}

	/**
	 * Signs the data; may ask the operating system or a device and block for as long as these take.
	 *
	 * @throws GeneralSecurityException when the key can't be used that way
	 */
	public byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException {
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
		return "SigningKey[" + key.getAlgorithm() + ']'; //$NON-NLS-1$
	}
}
