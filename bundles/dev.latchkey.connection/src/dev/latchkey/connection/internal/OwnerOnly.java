package dev.latchkey.connection.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that only their owner can read, from the first byte. They hold no secret, so that on Windows the permissions which
 * they inherit from the configuration area are enough.
 */
final class OwnerOnly {

	private OwnerOnly() {
	}

	/** Makes the folder and those above it where missing. */
	static void createFolder(Path folder) throws IOException {
		Path there = folder.toAbsolutePath();
		while (!Files.exists(there)) {
			there = there.getParent();
		}
		Files.createDirectories(folder, attributes(there, "rwx------")); //$NON-NLS-1$
	}

	/** What a new file in that folder is to be created with. */
	static FileAttribute<?>[] file(Path folder) {
		return attributes(folder, "rw-------"); //$NON-NLS-1$
	}

	private static FileAttribute<?>[] attributes(Path folder, String posix) {
		return Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null ? new FileAttribute<?>[0]
				: new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix)) };
	}
}
