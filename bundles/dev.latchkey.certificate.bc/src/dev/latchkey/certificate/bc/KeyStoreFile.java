package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.bc.KeyStoreCodec.DamagedException;
import dev.latchkey.certificate.bc.KeyStoreCodec.LockedException;

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

	private record Loaded(StoreVersion version, StoreContent content) {
	}

	/** Changes the content. */
	@FunctionalInterface
	interface Edit {
		/** @return the same content when there is nothing to change */
		StoreContent apply(StoreContent content, KeyProtection protection) throws GeneralSecurityException, IOException;
	}

	/** Takes something from the store. */
	@FunctionalInterface
	interface Query<T> {
		T from(StoreContent content, KeyProtection protection)
				throws GeneralSecurityException, IOException, CertificateAccessException;
	}

	KeyStoreFile(UserPlace place) {
		this.place = place;
		password = new StorePassword(place.secrets());
		file = place.folder().resolve("certificates.p12"); //$NON-NLS-1$
	}

	/** The content as it is now; empty when there is no file. */
	StoreContent read(Cancellation cancellation) throws CertificateAccessException {
		try {
			return load();
		} catch (IOException e) {
			throw store(Reason.STORE_UNAVAILABLE, e);
		} catch (LockedException e) {
			throw locked(e);
		} catch (DamagedException e) {
			return setAside(cancellation);
		}
	}

	/** With the password, for the time of the query. */
	<T> T query(Query<T> query) throws CertificateAccessException {
		StoreContent content = read(Cancellation.NEVER);
		char[] secret = null;
		try {
			secret = password.get();
			return query.from(content, new KeyProtection(secret));
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
			StoreContent content = load();
			secret = present ? password.get() : password.getOrCreate();
			cancellation.check();
			StoreContent changed = edit.apply(content, new KeyProtection(secret));
			if (changed != content) {
				byte[] bytes = codec.encode(changed, secret);
				OwnerOnly.replace(file, bytes);
				loaded = new Loaded(StoreVersion.of(bytes), changed);
			}
		} catch (GeneralSecurityException e) {
			throw new CertificateAccessException(Reason.KEY_UNUSABLE, e);
		} catch (IOException | DamagedException e) {
			throw store(Reason.STORE_NOT_WRITABLE, e);
		} catch (LockedException e) {
			throw locked(e);
		} finally {
			StorePassword.clear(secret);
		}
	}

	/** From the disk, unless it is known already. */
	private StoreContent load() throws IOException, DamagedException, LockedException {
		try {
			Loaded last = loaded;
			if (last == null || !last.version.equals(StoreVersion.of(file))) {
				byte[] bytes = Files.readAllBytes(file);
				last = new Loaded(StoreVersion.of(bytes), decode(bytes));
				loaded = last;
			}
			return last.content;
		} catch (NoSuchFileException e) {
			return StoreContent.EMPTY;
		}
	}

	private StoreContent decode(byte[] bytes) throws IOException, DamagedException, LockedException {
		char[] secret = password.get();
		try {
			return codec.decode(bytes, secret);
		} finally {
			StorePassword.clear(secret);
		}
	}

	/** Looks again under the lock, because another console may just have done the same and started anew. */
	private StoreContent setAside(Cancellation cancellation) throws CertificateAccessException {
		try (FileLock lock = lock(cancellation)) {
			return load();
		} catch (IOException e) {
			throw store(Reason.STORE_UNAVAILABLE, e);
		} catch (LockedException e) {
			throw locked(e);
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

	private CertificateAccessException locked(LockedException cause) {
		return new CertificateAccessException(Reason.STORE_PASSWORD_LOST, cause, Messages.KeyStoreFile_name, file.toString());
	}
}
