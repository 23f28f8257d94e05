package dev.latchkey.certificate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {

	private static final byte[] DATA = { 1, 2, 3 };

	private static KeyPair pair() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return generator.generateKeyPair();
	}

	@ParameterizedTest
	@EnumSource
	void verifiesWhatItSigned(SignatureAlgorithm algorithm) throws Exception {
		KeyPair pair = pair();
		byte[] signature = new SigningKey(pair.getPrivate()).sign(algorithm, DATA);
		assertTrue(algorithm.verify(pair.getPublic(), DATA, signature));
		assertFalse(algorithm.verify(pair.getPublic(), new byte[] { 1, 2, 4 }, signature));
		assertFalse(algorithm.verify(pair().getPublic(), DATA, signature));
	}

	/** RFC 7518, section 3.5: the salt is as long as the hash, and MGF1 uses the same hash. */
	@Test
	void ps256HasTheParametersOfJsonWebSignatures() throws Exception {
		KeyPair pair = pair();
		Signature verifier = Signature.getInstance("RSASSA-PSS");
		verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
		verifier.initVerify(pair.getPublic());
		verifier.update(DATA);
		assertTrue(verifier.verify(new SigningKey(pair.getPrivate()).sign(SignatureAlgorithm.PS256, DATA)));
	}

	@Test
	void showsNoKey() throws Exception {
		SigningKey key = new SigningKey(pair().getPrivate());
		assertTrue(key.toString().length() < 20, key.toString());
	}
}
