package dev.latchkey.certificate.jca;

import java.security.PrivateKey;

/** A key that stays in its store: it can be used by its own provider and has no encoded form. */
final class OpaqueKey implements PrivateKey {

	private static final long serialVersionUID = 1;

	private final transient PrivateKey hidden;

	OpaqueKey(PrivateKey hidden) {
		this.hidden = hidden;
	}

	/** For the provider that the key belongs to. */
	PrivateKey hidden() {
		return hidden;
	}

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
