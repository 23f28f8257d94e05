package dev.latchkey.certificate;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** The JSON Web Signature algorithms that Microsoft Entra ID accepts for client assertions (RFC 7518, sections 3.3, 3.5). */
public enum SignatureAlgorithm {

	/** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes. */
	PS256("RSASSA-PSS"), //$NON-NLS-1$

	/** RSASSA-PKCS1-v1_5 with SHA-256. */
	RS256("SHA256withRSA"); //$NON-NLS-1$

	private static final int SALT_BYTES = 32;

	private final String jcaName;

	SignatureAlgorithm(String jcaName) {
		this.jcaName = jcaName;
	}

	/**
	 * Verifies a signature with the platform's own implementation.
	 *
	 * @return whether the signature was made over the data by the private key that belongs to the public one
	 * @throws GeneralSecurityException when the public key can't be used with this algorithm
	 */
	public boolean verify(PublicKey key, byte[] data, byte[] signature) throws GeneralSecurityException {
		Signature verifier = Signature.getInstance(jcaName);
		configure(verifier);
		verifier.initVerify(key);
		verifier.update(data);
		return verifier.verify(signature);
	}

	String jcaName() {
		return jcaName;
	}

	void configure(Signature signature) throws InvalidAlgorithmParameterException {
		if (this == PS256) {
			signature.setParameter(
					new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1)); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}
}
