package dev.latchkey.cli;

import java.security.PublicKey;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/**
 * What kind of key a certificate has.
 *
 * @param algorithm JCA name
 * @param bits      RSA and DSA: of the modulus; EC: of the field; empty where a number says nothing
 */
record PublicKeyFacts(String algorithm, Optional<Integer> bits) {

	static PublicKeyFacts of(PublicKey key) {
		return new PublicKeyFacts(key.getAlgorithm(), bits(key));
	}

	private static Optional<Integer> bits(PublicKey key) {
		if (key instanceof RSAKey rsa) {
			return Optional.of(rsa.getModulus().bitLength());
		}
		if (key instanceof ECKey ec) {
			return Optional.of(ec.getParams().getCurve().getField().getFieldSize());
		}
		if (key instanceof DSAKey dsa && dsa.getParams() != null) {
			return Optional.of(dsa.getParams().getP().bitLength());
		}
		return Optional.empty();
	}

	@Override
	public String toString() {
		return bits.map(each -> Messages.format(Messages.keyBits, algorithm, each)).orElse(algorithm);
	}
}
