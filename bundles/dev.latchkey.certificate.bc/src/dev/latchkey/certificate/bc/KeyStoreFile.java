package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * The key store file of one user: read without a lock, because it is only ever replaced as a whole, and changed under one. Safe
 * for several threads and several consoles.
 */
final class KeyStoreFile {

	private final KeyStoreCodec codec = new KeyStoreCodec();
	private final UserPlace place;
	private final Path file;
	private final StorePassword password;
	private volatile Loaded loaded;

	private record Loaded(FileStamp stamp, KeyStore store) {
	}

	/** Changes the store; the password protects its keys. */
	@FunctionalInterface
	interface Edit {
		/** @return whether anything was changed */
		boolean apply(KeyStore store, char[] password) throws GeneralSecurityException;
	}

	/** Takes something from the store. */
	@FunctionalInterface
	interface Query<T> {
		T from(KeyStore store, char[] password) throws GeneralSecurityException;
	}

	KeyStoreFile(UserPlace place) {
		this.place = place;
		password = new StorePassword(place.secrets());
		file = place.folder().resolve("certificates.p12"); //$NON-NLS-1$
	}

	/** The content as it is now, not to be changed; empty when there is no file. */
	KeyStore read(Cancellation cancellation) throws CertificateAccessException {
		try {
			FileStamp stamp = FileStamp.of(file);
			Loaded last = loaded;
			if (last == null || !last.stamp.equals(stamp)) {
				last = new Loaded(stamp, load());
				loaded = last;
			}
			return last.store;
		} catch (NoSuchFileException e) {
			return empty();
		} catch (IOException e) {
			throw store(Reason.STORE_UNAVAILABLE, e);
		} catch (DamagedException e) {
			return setAside(cancellation);
		}
	}

	/** As {@link #read}, with the password, for the time of the query. */
	<T> T query(Query<T> query) throws CertificateAccessException {
		KeyStore store = read(Cancellation.NEVER);
		char[] secret = null;
		try {
			secret = password.get();
			return query.from(store, secret);
		} catch (GeneralSecurityException e) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE, e);
		} catch (IOException e) {
			throw store(Reason.STORE_UNAVAILABLE, e);
		} finally {
			StorePassword.clear(secret);
		}
	}

	/** Changes the content, as a whole or not at all. */
	void change(Edit edit, Cancellation cancellation) throws CertificateAccessException {
		read(cancellation); // a damaged file is told, and set aside, before anything else
		char[] secret = null;
		try (FileLock lock = lock(cancellation)) {
			boolean present = Files.exists(file);
			KeyStore store = present ? load() : empty();
			secret = present ? password.get() : password.getOrCreate();
			cancellation.check();
			if (edit.apply(store, secret)) {
				OwnerOnly.replace(file, codec.encode(store, secret));
			}
		} catch (GeneralSecurityException e) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE, e);
		} catch (IOException | DamagedException e) {
			throw store(Reason.STORE_NOT_WRITABLE, e);
		} finally {
			StorePassword.clear(secret);
		}
	}

	/** Reads the file as it is on the disk. */
	private KeyStore load() throws CertificateAccessException, IOException, DamagedException {
		byte[] bytes = Files.readAllBytes(file);
		char[] secret = password.get();
		try {
			if (secret == null) {
				throw new IOException("The password of the key store is lost"); //$NON-NLS-1$
			}
			return codec.decode(bytes, secret);
		} catch (IOException | GeneralSecurityException e) {
			if (codec.isDamaged(bytes, secret)) {
				throw new DamagedException(e);
			}
			throw store(Reason.STORE_UNAVAILABLE, e);
		} finally {
			StorePassword.clear(secret);
		}
	}

	private KeyStore empty() throws CertificateAccessException {
		try {
			return codec.empty();
		} catch (GeneralSecurityException e) {
			throw store(Reason.STORE_UNAVAILABLE, e);
		}
	}

	/** Looks again under the lock, because another console may just have done the same and started anew. */
	private KeyStore setAside(Cancellation cancellation) throws CertificateAccessException {
		try (FileLock lock = lock(cancellation)) {
			return loadOrSetAside();
		} catch (IOException e) {
			throw store(Reason.STORE_UNAVAILABLE, e);
		}
	}

	private KeyStore loadOrSetAside() throws CertificateAccessException, IOException {
		try {
			return Files.exists(file) ? load() : empty();
		} catch (DamagedException e) {
			throw moveAside(e);
		}
	}

	private CertificateAccessException moveAside(DamagedException damage) {
		Path aside = file.resolveSibling(file.getFileName() + ".damaged-" //$NON-NLS-1$
				+ DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").format(LocalDateTime.now())); //$NON-NLS-1$
		try {
			Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			e.addSuppressed(damage);
			return store(Reason.STORE_UNAVAILABLE, e);
		}
		place.warnings().warn("The key store was damaged and is kept as " + aside, damage); //$NON-NLS-1$
		return new CertificateAccessException(Reason.STORE_CORRUPT, damage, Messages.KeyStoreFile_name, aside.toString());
	}

	private FileLock lock(Cancellation cancellation) throws CertificateAccessException {
		try {
			OwnerOnly.createFolder(place.folder());
			return new FileLock(place.folder().resolve("certificates.lock"), place.busy(), cancellation); //$NON-NLS-1$
		} catch (FileLock.BusyException e) {
			throw store(Reason.STORE_BUSY, e);
		} catch (IOException e) {
			throw store(Reason.STORE_NOT_WRITABLE, e);
		}
	}

	private static CertificateAccessException store(Reason reason, Throwable cause) {
		return new CertificateAccessException(reason, cause, Messages.KeyStoreFile_name);
	}

	/** The file's content is damaged for certain. */
	private static final class DamagedException extends Exception {
		private static final long serialVersionUID = 1;

		DamagedException(Throwable cause) {
			super(cause);
		}
	}
}
