package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBag;

/** The parts of the key store file (RFC 7292, section 4.2). */
final class StoreBags {

	private StoreBags() {
	}

	static PKCS12SafeBag key(StoredKey key) {
		return new PKCS12SafeBag(new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
				EncryptedPrivateKeyInfo.getInstance(key.protectedKey()).toASN1Primitive(), attributes(key)));
	}

	/** Those of keys, those above them, each once, and what is not ours. */
	static PKCS12SafeBag[] certificates(StoreContent content) throws CertificateEncodingException {
		List<PKCS12SafeBag> bags = new ArrayList<>();
		Set<X509Certificate> issuers = new LinkedHashSet<>();
		for (StoredKey key : content.keys()) {
			bags.add(certificate(key.certificate(), attributes(key)));
			issuers.addAll(key.issuers());
		}
		for (X509Certificate issuer : issuers) {
			bags.add(certificate(issuer, null));
		}
		content.others().forEach(each -> bags.add(new PKCS12SafeBag(each)));
		return bags.toArray(PKCS12SafeBag[]::new);
	}

	private static PKCS12SafeBag certificate(X509Certificate certificate, ASN1Set attributes)
			throws CertificateEncodingException {
		return new PKCS12SafeBag(new SafeBag(PKCSObjectIdentifiers.certBag, new CertBag(
				PKCSObjectIdentifiers.x509Certificate, new DEROctetString(certificate.getEncoded())).toASN1Primitive(),
				attributes));
	}

	/** What joins a key and its certificate. */
	private static ASN1Set attributes(StoredKey key) {
		ASN1EncodableVector attributes = new ASN1EncodableVector();
		attributes.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(key.alias().toString())));
		attributes.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
				new DEROctetString(key.sha256().getBytes(StandardCharsets.US_ASCII))));
		return new DERSet(attributes);
	}

	private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
		return new Attribute(type, new DERSet(value));
	}

	static boolean isKey(SafeBag bag) {
		return PKCSObjectIdentifiers.pkcs8ShroudedKeyBag.equals(bag.getBagId());
	}

	static byte[] protectedKey(SafeBag bag) throws IOException {
		return EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()).getEncoded();
	}
}
