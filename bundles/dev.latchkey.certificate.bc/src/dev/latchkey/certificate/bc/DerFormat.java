package dev.latchkey.certificate.bc;

import java.util.List;
import java.util.function.Consumer;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;

import dev.latchkey.certificate.FileFormat;

/** Tells the structures of ASN.1 apart that people have in files. */
final class DerFormat {

	private record Rule(FileFormat format, Consumer<ASN1Sequence> parser) {

		boolean accepts(ASN1Sequence file) {
			try {
				parser.accept(file);
				return true;
			} catch (RuntimeException e) {
				// Bouncy Castle's way to say that the structure is another one
				return false;
			}
		}
	}

	private static final int PFX_VERSION = 3;

	private static final List<Rule> RULES = List.of( //
			new Rule(FileFormat.PFX, DerFormat::requirePfx), //
			new Rule(FileFormat.DER_CERTIFICATE, Certificate::getInstance), //
			new Rule(FileFormat.PKCS7, DerFormat::requireSignedData), //
			new Rule(FileFormat.DER_CERTIFICATE_REQUEST, DerFormat::requireRequest), //
			new Rule(FileFormat.DER_ENCRYPTED_PRIVATE_KEY, EncryptedPrivateKeyInfo::getInstance), //
			new Rule(FileFormat.DER_PRIVATE_KEY, BareKey::of));

	private DerFormat() {
	}

	/** @return UNKNOWN when it is none of the known things */
	static FileFormat of(ASN1Sequence file) {
		return RULES.stream().filter(rule -> rule.accepts(file)).map(Rule::format).findFirst().orElse(FileFormat.UNKNOWN);
	}

	/**
	 * Of a file that is cut off or damaged: a PFX begins with its length, its version, which is a number of one byte, and a
	 * sequence.
	 */
	static FileFormat ofBeginning(byte[] file) {
		int header = file.length < 2 ? 0 : 2 + (file[1] < 0 ? file[1] & 0x7f : 0);
		boolean pfx = file.length > header + 3 && header > 0 && file[header] == 2 && file[header + 1] == 1
				&& file[header + 2] == PFX_VERSION && file[header + 3] == 0x30;
		return pfx ? FileFormat.PFX : FileFormat.UNKNOWN;
	}

	private static void requirePfx(ASN1Sequence file) {
		ASN1Encodable version = file.getObjectAt(0).toASN1Primitive();
		require(file.size() > 1 && version instanceof ASN1Integer integer && integer.hasValue(PFX_VERSION));
	}

	private static void requireSignedData(ASN1Sequence file) {
		require(CMSObjectIdentifiers.signedData.equals(ContentInfo.getInstance(file).getContentType()));
	}

	private static void requireRequest(ASN1Sequence file) {
		require(CertificationRequest.getInstance(file).getCertificationRequestInfo().getSubject() != null);
	}

	private static void require(boolean fits) {
		if (!fits) {
			throw new IllegalArgumentException();
		}
	}
}
