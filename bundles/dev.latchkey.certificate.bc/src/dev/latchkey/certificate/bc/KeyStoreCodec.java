package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/**
 * Turns the content of the key store file into bytes and back: PKCS #12 (RFC 7292), as every other program reads it. The platform's
 * key store compares every key with every certificate, and reads what it has just written.
 */
final class KeyStoreCodec {

	/** Each takes a hundredth of a second, and there may be thousands. */
	private static final int TRIALS = 3;

	/** The file's content is damaged for certain, and not merely protected by another password. */
	static final class DamagedException extends Exception {
		private static final long serialVersionUID = 1;

		DamagedException(String message, Throwable cause) {
			super(message, cause);
		}
	}

	/** The file is whole, but its password is another one. */
	static final class LockedException extends Exception {
		private static final long serialVersionUID = 1;

		LockedException() {
			super("The password of the key store does not fit"); //$NON-NLS-1$
		}
	}

	/**
	 * @param password null when there is none
	 * @throws IOException when the content is of a kind unknown
	 */
	StoreContent decode(byte[] bytes, char[] password) throws IOException, DamagedException, LockedException {
		PKCS12PfxPdu file = parse(bytes);
		if (password == null) {
			throw new LockedException();
		}
		if (isIntact(file, password)) {
			try {
				return content(file, password);
			} catch (PKCSException | GeneralSecurityException | RuntimeException e) {
				throw new IOException(e);
			}
		}
		if (opensAnything(file, password)) {
			throw new DamagedException("The integrity check failed", null); //$NON-NLS-1$
		}
		throw new LockedException();
	}

	private static PKCS12PfxPdu parse(byte[] bytes) throws DamagedException {
		try {
			PKCS12PfxPdu file = new PKCS12PfxPdu(bytes);
			if (file.hasMac()) {
				return file;
			}
		} catch (IOException | RuntimeException e) {
			throw new DamagedException("No PKCS #12 file", e); //$NON-NLS-1$
		}
		throw new DamagedException("Not a file of this program", null); //$NON-NLS-1$
	}

	private static boolean isIntact(PKCS12PfxPdu file, char[] password) {
		BigInteger iterations = file.toASN1Structure().getMacData().getIterationCount();
		try {
			return KeyProtection.isReasonable(iterations) && file.isMacValid(
					new JcePKCS12MacCalculatorBuilderProvider().setProvider(BouncyCastle.provider()), password);
		} catch (PKCSException | RuntimeException e) {
			return false;
		}
	}

	/** Whether any part opens with the password: then it is the right one. */
	private static boolean opensAnything(PKCS12PfxPdu file, char[] password) {
		KeyProtection protection = new KeyProtection(password);
		int keys = 0;
		for (ContentInfo info : file.getContentInfos()) {
			try {
				for (PKCS12SafeBag bag : bags(info, protection)) {
					if (!StoreBags.isKey(bag.toASN1Structure()) || opens(bag.toASN1Structure(), protection)) {
						return true;
					}
					if (++keys == TRIALS) {
						return false;
					}
				}
			} catch (PKCSException | RuntimeException e) {
				continue; // another part may be whole
			}
		}
		return false;
	}

	private static boolean opens(SafeBag bag, KeyProtection protection) {
		try {
			protection.open(StoreBags.protectedKey(bag));
			return true;
		} catch (GeneralSecurityException | IOException | RuntimeException e) {
			return false;
		}
	}

	private static StoreContent content(PKCS12PfxPdu file, char[] password)
			throws PKCSException, GeneralSecurityException, IOException {
		KeyProtection protection = new KeyProtection(password);
		StoreAssembly assembly = new StoreAssembly();
		for (ContentInfo info : file.getContentInfos()) {
			for (PKCS12SafeBag bag : bags(info, protection)) {
				assembly.add(bag.toASN1Structure());
			}
		}
		return assembly.content();
	}

	private static PKCS12SafeBag[] bags(ContentInfo info, KeyProtection protection) throws PKCSException {
		PKCS12SafeBagFactory factory = PKCSObjectIdentifiers.encryptedData.equals(info.getContentType())
				? new PKCS12SafeBagFactory(info, protection.decryptor())
				: new PKCS12SafeBagFactory(info);
		return factory.getSafeBags();
	}

	byte[] encode(StoreContent content, char[] password) throws GeneralSecurityException, IOException {
		try {
			var file = new PKCS12PfxPduBuilder();
			file.addEncryptedData(new KeyProtection(password).encryptor(), StoreBags.certificates(content));
			for (StoredKey key : content.keys()) {
				file.addData(StoreBags.key(key));
			}
			var mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256).setProvider(BouncyCastle.provider())
					.setIterationCount(KeyProtection.ITERATIONS);
			return file.build(mac, password).getEncoded(ASN1Encoding.DL);
		} catch (OperatorCreationException | PKCSException e) {
			throw new GeneralSecurityException(e);
		}
	}
}
