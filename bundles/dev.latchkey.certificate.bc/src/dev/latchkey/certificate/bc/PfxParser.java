package dev.latchkey.certificate.bc;

import java.security.Provider;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Opens a PKCS #12 file (RFC 7292). Not through {@link java.security.KeyStore}, because neither the platform's nor Bouncy
 * Castle's opens all files that are around, and both call too many troubles a wrong password.
 */
final class PfxParser {

	private final Provider provider;

	PfxParser(Provider provider) {
		this.provider = provider;
	}

	/** @throws CertificateAccessException with the reason; anything unchecked means that the structure is damaged */
	PfxContent parse(Pfx pfx, PfxPassword password) throws CertificateAccessException {
		if (!PKCSObjectIdentifiers.data.equals(pfx.getAuthSafe().getContentType())) {
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_signatureProtection);
		}
		byte[] content = ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
		Effort effort = new Effort();
		boolean proven = isProven(pfx.getMacData(), password, content, effort);
		var bags = new BagCollector(new PfxCipher(provider, password, effort), new KeyDecoder(provider));
		if (pfx.getMacData() != null && !proven) {
			throw new CertificateAccessException(decrypts(bags, content) ? Reason.CORRUPT : refusal(password));
		}
		bags.collect(content);
		if (bags.locked()) {
			checkUsable(bags, proven, password);
		}
		return bags.content();
	}

	private static boolean isProven(MacData mac, PfxPassword password, byte[] content, Effort effort)
			throws CertificateAccessException {
		if (mac == null) {
			return false;
		}
		if (PKCSObjectIdentifiers.id_PBMAC1.equals(mac.getMac().getAlgorithmId().getAlgorithm())) {
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, "PBMAC1"); //$NON-NLS-1$
		}
		return new PfxMac(mac, effort).verify(password, content);
	}

	/** A password that decrypts is right, so that a failing integrity check means damage. */
	private static boolean decrypts(BagCollector bags, byte[] content) throws CertificateAccessException {
		try {
			bags.collect(content);
		} catch (CertificateAccessException e) {
			if (e.reason() == Reason.TOO_EXPENSIVE) {
				throw e;
			}
		} catch (IllegalArgumentException | IllegalStateException e) {
			// damaged somewhere behind what was decrypted, if anything was
			return bags.decrypted();
		}
		return bags.decrypted();
	}

	private static void checkUsable(BagCollector bags, boolean proven, PfxPassword password)
			throws CertificateAccessException {
		if (!proven && !bags.decrypted()) {
			throw new CertificateAccessException(refusal(password));
		}
		if (bags.content().keys().isEmpty()) {
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_secondPassword);
		}
	}

	private static Reason refusal(PfxPassword password) {
		return password.given() ? Reason.WRONG_PASSWORD : Reason.PASSWORD_REQUIRED;
	}
}
