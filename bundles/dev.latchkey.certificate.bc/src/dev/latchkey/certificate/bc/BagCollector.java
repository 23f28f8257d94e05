package dev.latchkey.certificate.bc;

import java.util.ArrayList;
import java.util.List;
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

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Walks through the bags of a PKCS #12 file and collects keys and certificates. Used once. */
final class BagCollector {

	private static final int MAX_DEPTH = 8;

	private final PfxCipher cipher;
	private final KeyDecoder decoder;
	private final List<PfxContent.Key> keys = new ArrayList<>();
	private final List<PfxContent.Certificate> certificates = new ArrayList<>();
	private CertificateAccessException unusableKey;
	private boolean decrypted;
	private boolean locked;

	BagCollector(PfxCipher cipher, KeyDecoder decoder) {
		this.cipher = cipher;
		this.decoder = decoder;
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
				throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_publicKeyProtection);
			}
		}
	}

	private void encrypted(EncryptedData data) throws CertificateAccessException {
		Optional<ASN1Sequence> bags = unlock(
				cipher.decrypt(data.getEncryptionAlgorithm(), data.getContent().getOctets(), ASN1Sequence::getInstance));
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
			shrouded(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()), attributes);
		} else if (PKCSObjectIdentifiers.certBag.equals(type)) {
			certificate(CertBag.getInstance(bag.getBagValue()), attributes);
		} else if (PKCSObjectIdentifiers.safeContentsBag.equals(type) && depth < MAX_DEPTH) {
			bags(ASN1Sequence.getInstance(bag.getBagValue()), depth + 1);
		}
	}

	private void shrouded(EncryptedPrivateKeyInfo info, BagAttributes attributes) throws CertificateAccessException {
		Optional<PrivateKeyInfo> key = unlock(
				cipher.decrypt(info.getEncryptionAlgorithm(), info.getEncryptedData(), PrivateKeyInfo::getInstance));
		if (key.isPresent()) {
			key(key.get(), attributes);
		}
	}

	private void key(PrivateKeyInfo info, BagAttributes attributes) {
		try {
			keys.add(new PfxContent.Key(decoder.key(info), attributes.friendlyName(), attributes.localKeyId()));
		} catch (CertificateAccessException e) {
			// matters only where no other key can be used
			unusableKey = e;
		}
	}

	private void certificate(CertBag bag, BagAttributes attributes) throws CertificateAccessException {
		if (PKCSObjectIdentifiers.x509Certificate.equals(bag.getCertId())) {
			certificates.add(new PfxContent.Certificate(decoder.certificate(octets(bag.getCertValue())),
					attributes.friendlyName(), attributes.localKeyId()));
		}
	}

	private <T> Optional<T> unlock(Optional<T> result) {
		decrypted |= result.isPresent();
		locked |= result.isEmpty();
		return result;
	}

	private static byte[] octets(ASN1Encodable value) {
		return ASN1OctetString.getInstance(value).getOctets();
	}

	/** Whether the password opened an encrypted part: proof that it is right. */
	boolean decrypted() {
		return decrypted;
	}

	/** Whether there is an encrypted part that the password did not open. */
	boolean locked() {
		return locked;
	}

	/** @throws CertificateAccessException UNSUPPORTED_ALGORITHM when there are keys, but none of a kind that is known */
	PfxContent content() throws CertificateAccessException {
		if (keys.isEmpty() && unusableKey != null) {
			throw unusableKey;
		}
		return new PfxContent(List.copyOf(keys), List.copyOf(certificates));
	}
}
