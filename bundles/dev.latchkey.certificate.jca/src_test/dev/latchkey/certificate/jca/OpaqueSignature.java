package dev.latchkey.certificate.jca;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;

/** Signs with keys that only their own provider can use. */
abstract class OpaqueSignature extends SignatureSpi {

	private final Signature signature;

	private OpaqueSignature(String algorithm) throws GeneralSecurityException {
		signature = Signature.getInstance(algorithm);
	}

	/** RSASSA-PSS. */
	public static final class Pss extends OpaqueSignature {

		/** Called by the JCA. */
		public Pss() throws GeneralSecurityException {
			super("RSASSA-PSS");
		}
	}

	/** RSASSA-PKCS1-v1_5. */
	public static final class Pkcs1 extends OpaqueSignature {

		/** Called by the JCA. */
		public Pkcs1() throws GeneralSecurityException {
			super("SHA256withRSA");
		}
	}

	@Override
	protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
		if (!(key instanceof OpaqueKey opaque)) {
			throw new InvalidKeyException("Not a key of this store");
		}
		signature.initSign(opaque.hidden());
	}

	@Override
	protected void engineUpdate(byte data) throws SignatureException {
		signature.update(data);
	}

	@Override
	protected void engineUpdate(byte[] data, int offset, int length) throws SignatureException {
		signature.update(data, offset, length);
	}

	@Override
	protected byte[] engineSign() throws SignatureException {
		return signature.sign();
	}

	@Override
	protected void engineSetParameter(AlgorithmParameterSpec parameters) {
		try {
			signature.setParameter(parameters);
		} catch (GeneralSecurityException e) {
			throw new ProviderException(e);
		}
	}

	@Override
	protected void engineInitVerify(PublicKey key) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected boolean engineVerify(byte[] signed) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected AlgorithmParameters engineGetParameters() {
		throw new UnsupportedOperationException();
	}

	@Override
	@Deprecated
	protected void engineSetParameter(String name, Object value) {
		throw new UnsupportedOperationException();
	}

	@Override
	@Deprecated
	protected Object engineGetParameter(String name) {
		throw new UnsupportedOperationException();
	}
}
