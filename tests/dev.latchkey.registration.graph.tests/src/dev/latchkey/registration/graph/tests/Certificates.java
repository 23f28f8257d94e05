package dev.latchkey.registration.graph.tests;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.registration.ClientCertificate;

/** Makes certificates with keys. */
final class Certificates {

	private static final KeyPair KEYS = keys();

	private Certificates() {
	}

	/** Another one at each call, valid now. */
	static ClientCertificate valid() {
		return new ClientCertificate(certificate(KEYS, Duration.ofMinutes(-5), Duration.ofDays(300)),
				new Signer(KEYS.getPrivate()));
	}

	static ClientCertificate expired() {
		return new ClientCertificate(certificate(KEYS, Duration.ofDays(-30), Duration.ofDays(-1)),
				new Signer(KEYS.getPrivate()));
	}

	static ClientCertificate longLived() {
		return new ClientCertificate(certificate(KEYS, Duration.ofMinutes(-5), Duration.ofDays(3650)),
				new Signer(KEYS.getPrivate()));
	}

	/** The same certificate with the key of another. */
	static ClientCertificate withOtherKey(ClientCertificate certificate) {
		return new ClientCertificate(certificate.certificate(), new Signer(keys().getPrivate()));
	}

	/** The same certificate with a key that does not sign. */
	static ClientCertificate withoutKey(ClientCertificate certificate) {
		return new ClientCertificate(certificate.certificate(), data -> {
			throw new GeneralSecurityException("No such token");
		});
	}

	/** With its key, for a store; from so long ago until then. */
	static KeyMaterial material(Duration from, Duration to) {
		return new KeyMaterial(KEYS.getPrivate(), certificate(KEYS, from, to), List.of(), "Test");
	}

	/** The SHA-1 thumbprint, as Microsoft's portal shows it. */
	static String sha1(ClientCertificate certificate) throws GeneralSecurityException {
		return HexFormat.of().withUpperCase()
				.formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.certificate().getEncoded()));
	}

	private static KeyPair keys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private record Signer(PrivateKey key) implements ClientCertificate.Signer {

		@Override
		public byte[] signPs256(byte[] data) throws GeneralSecurityException {
			Signature signature = Signature.getInstance("RSASSA-PSS");
			signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
			return signed(signature, data);
		}

		@Override
		public byte[] signRs256(byte[] data) throws GeneralSecurityException {
			return signed(Signature.getInstance("SHA256withRSA"), data);
		}

		private byte[] signed(Signature signature, byte[] data) throws GeneralSecurityException {
			signature.initSign(key);
			signature.update(data);
			return signature.sign();
		}
	}

	private static X509Certificate certificate(KeyPair keys, Duration from, Duration to) {
		Instant now = Instant.now();
		X500Name name = new X500Name("CN=Latchkey test");
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name,
				new BigInteger(128, new SecureRandom()), Date.from(now.plus(from)), Date.from(now.plus(to)), name,
				keys.getPublic());
		try {
			return new JcaX509CertificateConverter().getCertificate(
					builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
		} catch (GeneralSecurityException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}
}
