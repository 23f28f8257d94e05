package dev.latchkey.certificate.tck;

import java.security.PrivateKey;

/** A key that lies in some other place. */
final class OpaqueKey implements PrivateKey {

	private static final long serialVersionUID = 1;

	@Override
	public String getAlgorithm() {
		return "RSA";
	}

	@Override
	public String getFormat() {
		return null;
	}

	@Override
	public byte[] getEncoded() {
		return null;
	}
}
