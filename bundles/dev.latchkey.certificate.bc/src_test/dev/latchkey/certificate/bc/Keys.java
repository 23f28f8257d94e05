package dev.latchkey.certificate.bc;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.certificate.SelfSignedRequest;

/** Fresh keys with their certificates. */
final class Keys {

	private Keys() {
	}

	static KeyMaterial fresh(String name) throws CertificateAccessException {
		return new BouncyCastleIssuer().issue(new SelfSignedRequest(name, 2048, 1), Cancellation.NEVER);
	}

	/** One on an elliptic curve, which is made in no time. */
	static KeyMaterial quick(String name) throws Exception {
		KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
		X500Name subject = new X500Name("CN=" + name);
		Instant now = Instant.now();
		var builder = new JcaX509v3CertificateBuilder(subject, BigInteger.valueOf(System.nanoTime()), Date.from(now),
				Date.from(now.plus(Duration.ofDays(1))), subject, pair.getPublic());
		var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
		return new KeyMaterial(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)),
				List.of(), name);
	}

	static KeyMaterial named(KeyMaterial material, String friendlyName) {
		return new KeyMaterial(material.key(), material.certificate(), material.issuers(), friendlyName);
	}

	/** One that OpenSSL has made, with the issuer's certificate in the file. */
	static KeyMaterial withIssuer(Path folder) throws Exception {
		Tools tools = new Tools(folder);
		tools.keyAndCertificate("root", "rsa:2048");
		tools.openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-out", "leaf.csr", "-subj",
				"/CN=leaf");
		tools.openssl("x509", "-req", "-in", "leaf.csr", "-CA", "root.crt", "-CAkey", "root.key", "-out", "leaf.crt",
				"-CAcreateserial");
		Path pfx = tools.pfx("leaf.pfx", "leaf", "pw", "-certfile", "root.crt");
		List<KeyMaterial> keys = new BouncyCastleKeyFileReader().read(KeyFileRequest.of(pfx, "pw".toCharArray()), Cancellation.NEVER).keys();
		Files.delete(pfx);
		return keys.get(0);
	}
}
