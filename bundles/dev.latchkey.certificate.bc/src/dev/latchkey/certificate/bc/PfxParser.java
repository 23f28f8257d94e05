package dev.latchkey.certificate.bc;

import java.util.Optional;
import java.util.concurrent.CancellationException;

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
			throw isDamaged(content) ? new CertificateAccessException(Reason.CORRUPT) : password.refusal();
		}
	}

	private void collect(byte[] content, boolean proven) throws CertificateAccessException {
		Decryptor decryptor = new Decryptor(password, effort);
		BagCollector bags = new BagCollector(decryptor::decrypt, new KeyDecoder(effort), parts);
		bags.collect(content);
		if (bags.locked()) {
			parts.hinder(proven || decryptor.proven()
					? new CertificateAccessException(Reason.UNSUPPORTED_ALGORITHM, Messages.Pfx_secondPassword)
					: password.refusal());
		}
	}

	/**
	 * Whether the content is damaged for certain: its structure is broken, or the password decrypts some of it and so is right.
	 * What is seen on the way is kept to be told, not to be used.
	 */
	private boolean isDamaged(byte[] content) throws CertificateAccessException {
		Trial trial = new Trial();
		try {
			new BagCollector(trial, new KeyDecoder(effort), parts).collect(content);
			return trial.decryptor.proven();
		} catch (CancellationException e) {
			throw e;
		} catch (RuntimeException e) {
			return true;
		} catch (CertificateAccessException e) {
			if (e.reason() == Reason.TOO_EXPENSIVE) {
				throw e;
			}
			return e.reason() == Reason.CORRUPT || trial.decryptor.proven();
		}
	}

	/** Leaves everything locked. Without a password there is nothing to be proven. */
	private final class Trial implements BagCollector.Unlocker {

		private final Decryptor decryptor = new Decryptor(password, effort);
		private int trials;

		@Override
		public <T> Optional<T> unlock(AlgorithmIdentifier algorithm, byte[] data, Decryptor.Parser<T> parser)
				throws CertificateAccessException {
			if (password.given() && !decryptor.proven() && trials++ < MAX_TRIALS) {
				prove(algorithm, data);
			}
			return Optional.empty();
		}

		/** What is unknown in one part need not be so in the next. */
		private void prove(AlgorithmIdentifier algorithm, byte[] data) throws CertificateAccessException {
			try {
				decryptor.prove(algorithm, data);
			} catch (CertificateAccessException e) {
				if (e.reason() != Reason.UNSUPPORTED_ALGORITHM) {
					throw e;
				}
			}
		}
	}
}
