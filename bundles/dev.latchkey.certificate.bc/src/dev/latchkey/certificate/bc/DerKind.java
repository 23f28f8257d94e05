package dev.latchkey.certificate.bc;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.Certificate;

/** Recognizes other things than PFX that are ASN.1 too. */
final class DerKind {

	private DerKind() {
	}

	/** @return localized, to be used within a sentence; empty when it is none of the known things */
	static Optional<String> of(ASN1Sequence file) {
		Map<String, Consumer<ASN1Sequence>> kinds = Map.of( //
				Messages.FileKind_certificate, Certificate::getInstance, //
				Messages.FileKind_certificates, DerKind::requireSignedData, //
				Messages.FileKind_certificateRequest, DerKind::requireRequest, //
				Messages.FileKind_encryptedKey, EncryptedPrivateKeyInfo::getInstance, //
				Messages.FileKind_privateKey, DerKind::requirePrivateKey);
		return kinds.entrySet().stream().filter(each -> isAccepted(each.getValue(), file)).map(Map.Entry::getKey)
				.findFirst();
	}

	private static boolean isAccepted(Consumer<ASN1Sequence> parser, ASN1Sequence file) {
		try {
			parser.accept(file);
			return true;
		} catch (RuntimeException e) {
			// Bouncy Castle's way to say that the structure is another one
			return false;
		}
	}

	private static void requireSignedData(ASN1Sequence file) {
		if (!CMSObjectIdentifiers.signedData.equals(ContentInfo.getInstance(file).getContentType())) {
			throw new IllegalArgumentException();
		}
	}

	private static void requireRequest(ASN1Sequence file) {
		CertificationRequest.getInstance(file).getCertificationRequestInfo().getSubject();
	}

	private static void requirePrivateKey(ASN1Sequence file) {
		if (!isAccepted(PrivateKeyInfo::getInstance, file) && !isAccepted(RSAPrivateKey::getInstance, file)) {
			ECPrivateKey.getInstance(file).getKey();
		}
	}
}
