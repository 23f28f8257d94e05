package dev.latchkey.certificate.bc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchProviderException;
import java.util.EnumSet;
import java.util.Set;

import dev.latchkey.certificate.CertificateAccessException.Reason;

/** Turns a PKCS #12 key store into bytes and back. */
final class KeyStoreCodec {

	private static final Set<Reason> DAMAGE = EnumSet.of(Reason.CORRUPT, Reason.NOT_A_PFX, Reason.EMPTY_FILE);

	KeyStore empty() throws GeneralSecurityException {
		try {
			KeyStore store = instance();
			store.load(null, null);
			return store;
		} catch (IOException e) {
			throw new IllegalStateException("Nothing was read", e); //$NON-NLS-1$
		}
	}

	/** @throws IOException when the password does not fit, or the content is damaged or of a kind unknown */
	KeyStore decode(byte[] bytes, char[] password) throws GeneralSecurityException, IOException {
		KeyStore store = instance();
		try {
			store.load(new ByteArrayInputStream(bytes), password);
		} catch (RuntimeException e) {
			throw new IOException(e); // the platform's parser is not always careful
		}
		return store;
	}

	byte[] encode(KeyStore store, char[] password) throws GeneralSecurityException, IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		store.store(bytes, password);
		return bytes.toByteArray();
	}

	/** Whether content that can't be decoded is damaged, and not merely locked: the platform calls both a wrong password. */
	boolean isDamaged(byte[] bytes, char[] password) {
		try (PasswordForms copy = new PasswordForms(password)) {
			return new KeyFileParser(copy, new Effort(false), false).parse(bytes).failure()
					.filter(failure -> DAMAGE.contains(failure.reason())).isPresent();
		}
	}

	/** The platform's own, which protects with AES, even where a console has put another provider first. */
	private static KeyStore instance() throws GeneralSecurityException {
		try {
			return KeyStore.getInstance("PKCS12", "SUN"); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (NoSuchProviderException e) {
			return KeyStore.getInstance("PKCS12"); //$NON-NLS-1$
		}
	}
}
