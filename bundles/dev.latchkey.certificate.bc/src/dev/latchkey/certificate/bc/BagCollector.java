package dev.latchkey.certificate.bc;

import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Walks through the bags of a PKCS #12 file and collects keys and certificates. Used once. */
final class BagCollector {

	/** What is done with a part that is encrypted. */
	@FunctionalInterface
	interface Unlocker {
		/** @return empty where the part stays locked */
		<T> Optional<T> unlock(AlgorithmIdentifier algorithm, byte[] data, Decryptor.Parser<T> parser)
				throws CertificateAccessException;
	}

	private static final int MAX_DEPTH = 8;

	private final Unlocker unlocker;
	private final KeyDecoder decoder;
	private final KeyFileParts parts;
	private boolean locked;

	BagCollector(Unlocker unlocker, KeyDecoder decoder, KeyFileParts parts) {
		this.unlocker = unlocker;
		this.decoder = decoder;
		this.parts = parts;
	}

	/** @param authenticatedSafe sequence of ContentInfo */
	void collect(byte[] authenticatedSafe) throws CertificateAccessException {
		for (ASN1Encodable each : ASN1Sequence.getInstance(authenticatedSafe)) {
			ContentInfo part = ContentInfo.getInstance(each);
			if (PKCSObjectIdentifiers.data.equals(part.getContentType())) {
				bags(ASN1Sequence.getInstance(octets(part.getContent())), 0);
			} else if (PKCSObjectIdentifiers.encryptedData.equals(part.getContentType())) {
				encrypted(EncryptedData.getInstance(part.getContent()));
			} else {
				parts.hinder(new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_publicKeyProtection));
			}
		}
	}

	private void encrypted(EncryptedData data) throws CertificateAccessException {
		Optional<ASN1Sequence> bags = unlock(data.getEncryptionAlgorithm(), data.getContent().getOctets(),
				ASN1Sequence::getInstance);
		if (bags.isPresent()) {
			bags(bags.get(), 0);
		}
	}

	private void bags(ASN1Sequence bags, int depth) throws CertificateAccessException {
		for (ASN1Encodable each : bags) {
			bag(SafeBag.getInstance(each), depth);
		}
	}

	private void bag(SafeBag bag, int depth) throws CertificateAccessException {
		ASN1ObjectIdentifier type = bag.getBagId();
		BagAttributes attributes = new BagAttributes(bag.getBagAttributes());
		if (PKCSObjectIdentifiers.keyBag.equals(type)) {
			key(PrivateKeyInfo.getInstance(bag.getBagValue()), attributes);
		} else if (PKCSObjectIdentifiers.pkcs8ShroudedKeyBag.equals(type)) {
			shrouded(ASN1Sequence.getInstance(bag.getBagValue()), attributes);
		} else if (PKCSObjectIdentifiers.certBag.equals(type)) {
			certificate(CertBag.getInstance(bag.getBagValue()), attributes);
		} else if (PKCSObjectIdentifiers.safeContentsBag.equals(type) && depth < MAX_DEPTH) {
			bags(ASN1Sequence.getInstance(bag.getBagValue()), depth + 1);
		}
	}

	/** With an empty password GnuTLS puts the key there as it is: three parts or more where encrypted ones have two. */
	private void shrouded(ASN1Sequence value, BagAttributes attributes) throws CertificateAccessException {
		if (value.size() > 2) {
			key(PrivateKeyInfo.getInstance(value), attributes);
			return;
		}
		EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(value);
		Optional<PrivateKeyInfo> key = unlock(info.getEncryptionAlgorithm(), info.getEncryptedData(),
				PrivateKeyInfo::getInstance);
		if (key.isPresent()) {
			key(key.get(), attributes);
		}
	}

	private void key(PrivateKeyInfo info, BagAttributes attributes) {
		try {
			parts.add(new KeyFileParts.Key(decoder.key(info), attributes.friendlyName(), attributes.localKeyId()));
		} catch (CertificateAccessException e) {
			parts.hinder(e);
		}
	}

	private void certificate(CertBag bag, BagAttributes attributes) throws CertificateAccessException {
		if (PKCSObjectIdentifiers.x509Certificate.equals(bag.getCertId())) {
			parts.add(new KeyFileParts.Certificate(decoder.certificate(octets(bag.getCertValue())),
					attributes.friendlyName(), attributes.localKeyId()));
		}
	}

	private <T> Optional<T> unlock(AlgorithmIdentifier algorithm, byte[] data, Decryptor.Parser<T> parser)
			throws CertificateAccessException {
		Optional<T> result = unlocker.unlock(algorithm, data, parser);
		locked |= result.isEmpty();
		return result;
	}

	private static byte[] octets(ASN1Encodable value) {
		return ASN1OctetString.getInstance(value).getOctets();
	}

	/** Whether there is an encrypted part that stayed locked. */
	boolean locked() {
		return locked;
	}
}
