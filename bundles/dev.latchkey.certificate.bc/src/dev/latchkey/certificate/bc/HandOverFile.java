package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.certificate.KeyFileWriter.Existing;

/**
 * A file in a folder of the user's choice, on whatever kind of disk: written under another name beside it, and then given its
 * name as a whole.
 */
final class HandOverFile {

	private final Path path;
	private final boolean ownerOnly;

	private HandOverFile(Path path, boolean ownerOnly) {
		this.path = path;
		this.ownerOnly = ownerOnly;
	}

	/** Readable by whoever may read new files of this user. */
	static HandOverFile readable(Path path) {
		return new HandOverFile(path, false);
	}

	/** Readable by nobody else from the first byte on, where the disk knows owners. */
	static HandOverFile ownerOnly(Path path) {
		return new HandOverFile(path, true);
	}

	Path path() {
		return path;
	}

	/** @throws FileAlreadyExistsException when the file is there and is to be kept */
	void write(byte[] content, Existing existing) throws IOException {
		Path target = path.toAbsolutePath();
		if (target.getParent() == null || Files.isDirectory(target)) {
			throw new FileSystemException(target.toString());
		}
		Path temporary = target.resolveSibling(".latchkey-" + UUID.randomUUID() + ".tmp"); //$NON-NLS-1$ //$NON-NLS-2$
		FileAttribute<?>[] attributes = ownerOnly ? OwnerOnly.file(target) : new FileAttribute<?>[0];
		try {
			try (FileChannel channel = FileChannel.open(temporary,
					Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
				OwnerOnly.write(channel, content);
			}
			if (existing == Existing.REPLACE) {
				Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
			} else {
				moveToFreeName(temporary, target, attributes);
			}
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	/** A link is the one way to give a name that fails when somebody else has just taken it. */
	private static void moveToFreeName(Path temporary, Path target, FileAttribute<?>[] attributes) throws IOException {
		try {
			Files.createLink(target, temporary);
		} catch (FileAlreadyExistsException e) {
			throw e;
		} catch (UnsupportedOperationException | FileSystemException e) {
			if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
				throw new FileAlreadyExistsException(target.toString());
			}
			reserve(temporary, target, attributes);
		}
	}

	/** Memory sticks know no links: the name is taken by an empty file first. */
	private static void reserve(Path temporary, Path target, FileAttribute<?>[] attributes) throws IOException {
		FileChannel.open(target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes).close();
		try {
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			Files.deleteIfExists(target);
			throw e;
		}
	}
}
