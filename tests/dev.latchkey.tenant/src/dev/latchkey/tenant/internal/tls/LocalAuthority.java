package dev.latchkey.tenant.internal.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority of this run alone, and the TLS certificate of the four servers. */
public final class LocalAuthority {

	private static final Duration LIFE = Duration.ofDays(30);
	private static final String[] HOSTS = { "localhost", "login.microsoftonline.com", "graph.microsoft.com",
			"outlook.office365.com", "outlook.office.com" };

	private final X509Certificate root;
	private final SSLContext server;

	/**
	 * Makes both key pairs.
	 *
	 * @throws GeneralSecurityException
	 *             if the JDK lacks an algorithm
	 */
	public LocalAuthority() throws GeneralSecurityException {
		KeyPair rootKeys = keys();
		KeyPair serverKeys = keys();
		X500Name name = new X500Name("CN=Latchkey simulated tenant CA,O=Test only");
		try {
			root = sign(rootKeys, rootExtensions(builder(name, name, rootKeys)));
			X509Certificate leaf = sign(rootKeys,
					leafExtensions(builder(name, new X500Name("CN=localhost"), serverKeys)));
			server = serverContext(serverKeys, leaf);
		} catch (OperatorCreationException | CertIOException e) {
			throw new GeneralSecurityException(e);
		}
	}

	/** @return the CA's certificate, which a client has to trust */
	public X509Certificate root() {
		return root;
	}

	/** @return the CA's certificate as PEM text */
	public String pem() throws GeneralSecurityException {
		return "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(root.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}

	/** @return context of the servers */
	public SSLContext server() {
		return server;
	}

	/** @return context of a client that trusts this CA and nothing else */
	public SSLContext client() throws GeneralSecurityException {
		KeyStore trusted = empty();
		trusted.setCertificateEntry("ca", root);
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, factory.getTrustManagers(), null);
		return context;
	}

	private SSLContext serverContext(KeyPair keys, X509Certificate leaf) throws GeneralSecurityException {
		KeyStore own = empty();
		own.setKeyEntry("server", keys.getPrivate(), new char[0], new Certificate[] { leaf, root });
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(own, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

	private static KeyStore empty() throws GeneralSecurityException {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			return store;
		} catch (java.io.IOException e) {
			throw new GeneralSecurityException(e);
		}
	}

	private static KeyPair keys() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

	private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys) {
		Instant now = Instant.now();
		return new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, new SecureRandom()),
				Date.from(now.minus(Duration.ofHours(1))), Date.from(now.plus(LIFE)), subject, keys.getPublic());
	}

	private static X509v3CertificateBuilder rootExtensions(X509v3CertificateBuilder builder) throws CertIOException {
		return builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
				.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
	}

	private static X509v3CertificateBuilder leafExtensions(X509v3CertificateBuilder builder) throws CertIOException {
		GeneralName[] names = new GeneralName[HOSTS.length + 1];
		for (int i = 0; i < HOSTS.length; i++) {
			names[i] = new GeneralName(GeneralName.dNSName, HOSTS[i]);
		}
		names[HOSTS.length] = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
		return builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
				.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
				.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
	}

	private static X509Certificate sign(KeyPair issuer, X509v3CertificateBuilder builder)
			throws GeneralSecurityException, OperatorCreationException {
		return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
	}
}
