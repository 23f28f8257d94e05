package dev.latchkey.tenant.internal.directory;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;

/** Certificates of applications, and how the directory holds them. */
public final class Certificates {

	private Certificates() {
	}

	public static KeyPair rsa() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return generator.generateKeyPair();
	}

	public static X509Certificate selfSigned(KeyPair keys, String subject, Instant start, Instant end)
			throws GeneralSecurityException {
		X500Name name = new X500Name(subject);
		try {
			return new JcaX509CertificateConverter().getCertificate(
					new JcaX509v3CertificateBuilder(name, new BigInteger(127, new SecureRandom()), Date.from(start),
							Date.from(end), name, keys.getPublic())
									.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
		} catch (OperatorCreationException e) {
			throw new GeneralSecurityException(e);
		}
	}

	/** @return the certificate in those bytes, DER or PEM */
	public static X509Certificate parse(byte[] encoded) throws CertificateException {
		return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(encoded));
	}

	/** @return the certificate of a key credential; {@code null} if it holds none */
	public static X509Certificate of(JsonObject keyCredential) {
		return Json.string(keyCredential, "key").map(key -> {
			try {
				return parse(Base64.getDecoder().decode(key));
			} catch (CertificateException | IllegalArgumentException e) {
				return null;
			}
		}).orElse(null);
	}

	/** @return a key credential as the directory keeps it, with the SHA-1 thumbprint as its identifier */
	public static JsonObject keyCredential(String keyId, String displayName, X509Certificate certificate)
			throws GeneralSecurityException {
		byte[] der = certificate.getEncoded();
		return Json.object("customKeyIdentifier", Base64.getEncoder().encodeToString(thumbprint("SHA-1", der)),
				"displayName", displayName, "endDateTime", time(certificate.getNotAfter()), "key",
				Base64.getEncoder().encodeToString(der), "keyId", keyId, "startDateTime",
				time(certificate.getNotBefore()), "type", "AsymmetricX509Cert", "usage", "Verify");
	}

	/** @return the same credential with the thumbprint's hexadecimal text as identifier, as some tools write it */
	public static JsonObject withTextIdentifier(JsonObject credential) {
		byte[] thumbprint = Base64.getDecoder().decode(Json.text(credential, "customKeyIdentifier"));
		String text = HexFormat.of().withUpperCase().formatHex(thumbprint);
		credential.addProperty("customKeyIdentifier",
				Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
		return credential;
	}

	public static byte[] thumbprint(String algorithm, byte[] der) throws GeneralSecurityException {
		return MessageDigest.getInstance(algorithm).digest(der);
	}

	public static String time(Date date) {
		return time(date.toInstant());
	}

	/** @return the moment as Graph writes it */
	public static String time(Instant moment) {
		return moment.truncatedTo(ChronoUnit.SECONDS).toString();
	}
}
