package dev.latchkey.certificate.bc;

import java.util.Optional;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.Finding;

/**
 * Opens a PKCS #12 file (RFC 7292). Not through {@link java.security.KeyStore}, because neither the platform's nor Bouncy
 * Castle's opens all files that are around, and both call too many troubles a wrong password.
 */
final class PfxParser {

	/** Enough to tell damage from a wrong password: nobody damages each of three parts. */
	private static final int MAX_TRIALS = 3;

	private final PasswordForms password;
	private final Effort effort;
	private final KeyFileParts parts;

	PfxParser(PasswordForms password, Effort effort, KeyFileParts parts) {
		this.password = password;
		this.effort = effort;
		this.parts = parts;
	}

	/** @throws CertificateAccessException with the reason; anything unchecked means that the structure is damaged */
	void parse(Pfx pfx) throws CertificateAccessException {
		if (!PKCSObjectIdentifiers.data.equals(pfx.getAuthSafe().getContentType())) {
			throw new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_signatureProtection);
		}
		byte[] content = ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
		MacData mac = pfx.getMacData();
		if (mac == null) {
			parts.add(Finding.Kind.NO_INTEGRITY);
			collect(content, false);
		} else if (new PfxMac(mac, effort).verify(password, content)) {
			collect(content, true);
		} else {
			throw proves(content) ? new CertificateAccessException(Reason.CORRUPT) : password.refusal();
		}
	}

	private void collect(byte[] content, boolean proven) throws CertificateAccessException {
		Decryptor decryptor = new Decryptor(password, effort);
		BagCollector bags = new BagCollector(decryptor::decrypt, parts);
		bags.collect(content);
		if (bags.locked()) {
			parts.hinder(proven || decryptor.proven()
					? new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_secondPassword)
					: password.refusal());
		}
	}

	/**
	 * Whether the password decrypts anything: then it is right, so that a failing integrity check means damage. What is seen on
	 * the way is kept to be told, not to be used.
	 */
	private boolean proves(byte[] content) throws CertificateAccessException {
		Decryptor decryptor = new Decryptor(password, effort);
		try {
			new BagCollector(new Trial(decryptor), parts).collect(content);
		} catch (CertificateAccessException e) {
			if (e.reason() == Reason.TOO_EXPENSIVE) {
				throw e;
			}
		} catch (IllegalArgumentException | IllegalStateException e) {
			// damaged somewhere behind what was tried
			return decryptor.proven();
		}
		return decryptor.proven();
	}

	/** Leaves everything locked. Without a password there is nothing to be proven. */
	private final class Trial implements BagCollector.Unlocker {

		private final Decryptor decryptor;
		private int trials;

		Trial(Decryptor decryptor) {
			this.decryptor = decryptor;
		}

		@Override
		public <T> Optional<T> unlock(AlgorithmIdentifier algorithm, byte[] data, Decryptor.Parser<T> parser)
				throws CertificateAccessException {
			if (password.given() && !decryptor.proven() && trials++ < MAX_TRIALS) {
				decryptor.prove(algorithm, data);
			}
			return Optional.empty();
		}
	}
}
