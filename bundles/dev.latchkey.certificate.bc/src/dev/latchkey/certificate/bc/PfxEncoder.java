package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileWriter.PfxStyle;
import dev.latchkey.certificate.KeyMaterial;

/** Makes the bytes of a PFX file (PKCS #12, RFC 7292) with one key, its certificate and those above it. */
final class PfxEncoder {

	/**
	 * Slows down the guessing of passwords that people choose; all that is read here, by Windows, OpenSSL, Java, NSS and GnuTLS
	 * takes as many, in a fraction of a second.
	 */
	private static final int ITERATIONS = 100_000;

	private final Provider provider = BouncyCastle.provider();
	private final PfxStyle style;
	private final char[] password;

	PfxEncoder(PfxStyle style, char[] password) {
		this.style = style;
		this.password = password;
	}

	/** @throws CertificateAccessException NOT_EXPORTABLE */
	byte[] encode(KeyMaterial material) throws IOException, GeneralSecurityException, CertificateAccessException {
		byte[] id = MessageDigest.getInstance("SHA-1").digest(material.certificate().getEncoded()); //$NON-NLS-1$
		try {
			var file = new PKCS12PfxPduBuilder();
			file.addEncryptedData(encryptor(), certificates(material, id));
			file.addData(key(material, id));
			return file.build(mac(), password).getEncoded(ASN1Encoding.DL);
		} catch (OperatorCreationException | PKCSException e) {
			throw new GeneralSecurityException(e);
		}
	}

	private PKCS12SafeBag key(KeyMaterial material, byte[] id)
			throws OperatorCreationException, CertificateAccessException {
		byte[] encoded = material.key().getEncoded();
		if (encoded == null) {
			throw new CertificateAccessException(Reason.NOT_EXPORTABLE);
		}
		try {
			return marked(new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(encoded), encryptor()), material, id);
		} finally {
			Arrays.fill(encoded, (byte) 0);
		}
	}

	private static PKCS12SafeBag[] certificates(KeyMaterial material, byte[] id) throws IOException, GeneralSecurityException {
		List<PKCS12SafeBag> bags = new ArrayList<>();
		bags.add(marked(bag(material.certificate()), material, id));
		for (X509Certificate issuer : material.issuers()) {
			bags.add(bag(issuer).build());
		}
		return bags.toArray(PKCS12SafeBag[]::new);
	}

	private static PKCS12SafeBagBuilder bag(X509Certificate certificate) throws IOException, GeneralSecurityException {
		return new PKCS12SafeBagBuilder(new X509CertificateHolder(certificate.getEncoded()));
	}

	/** What joins a key and its certificate. */
	private static PKCS12SafeBag marked(PKCS12SafeBagBuilder bag, KeyMaterial material, byte[] id) {
		if (!material.friendlyName().isEmpty()) {
			bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(material.friendlyName()));
		}
		return bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(id)).build();
	}

	private OutputEncryptor encryptor() throws OperatorCreationException {
		ASN1ObjectIdentifier algorithm = style == PfxStyle.MODERN ? NISTObjectIdentifiers.id_aes256_CBC
				: PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC;
		return new JcePKCSPBEOutputEncryptorBuilder(algorithm).setProvider(provider)
				.setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256)).setIterationCount(ITERATIONS)
				.build(password);
	}

	private JcePKCS12MacCalculatorBuilder mac() {
		ASN1ObjectIdentifier digest = style == PfxStyle.MODERN ? NISTObjectIdentifiers.id_sha256 : OIWObjectIdentifiers.idSHA1;
		return new JcePKCS12MacCalculatorBuilder(digest).setProvider(provider).setIterationCount(ITERATIONS);
	}
}
