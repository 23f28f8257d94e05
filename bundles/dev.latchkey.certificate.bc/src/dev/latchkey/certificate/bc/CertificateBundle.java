package dev.latchkey.certificate.bc;

import java.io.IOException;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

import dev.latchkey.certificate.CertificateAccessException;

/** The certificates in a PKCS #7 file, which signs nothing. */
final class CertificateBundle {

	private CertificateBundle() {
	}

	/** @throws CertificateAccessException CORRUPT or TOO_EXPENSIVE */
	static void addTo(KeyFileParts parts, ASN1Sequence file, KeyDecoder decoder) throws CertificateAccessException, IOException {
		ASN1Set certificates = SignedData.getInstance(ContentInfo.getInstance(file).getContent()).getCertificates();
		if (certificates == null) {
			return;
		}
		for (ASN1Encodable each : certificates) {
			if (each.toASN1Primitive() instanceof ASN1Sequence certificate) {
				parts.add(new KeyFileParts.Certificate(decoder.certificate(certificate.getEncoded()), "", null)); //$NON-NLS-1$
			}
		}
	}
}
