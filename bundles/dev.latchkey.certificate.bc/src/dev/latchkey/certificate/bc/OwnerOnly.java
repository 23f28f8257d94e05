package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files that nobody but their owner can read, at no time: permissions are given when a file is created, not afterwards, and
 * content appears under its name as a whole or not at all.
 */
final class OwnerOnly {

	private static final String TEMPORARY = ".tmp"; //$NON-NLS-1$

	private OwnerOnly() {
	}

	/** Makes the folder and those above it where missing. */
	static void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, attributes(folder, "rwx------")); //$NON-NLS-1$
	}

	/** Opens a file for writing, and makes it where missing. */
	static FileChannel open(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), file(file));
	}

	/** What a new file is to be created with. */
	static FileAttribute<?>[] file(Path file) throws IOException {
		return attributes(file, "rw-------"); //$NON-NLS-1$
	}

	/** All of it, down to the disk. */
	static void write(FileChannel channel, byte[] content) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(content);
		while (buffer.hasRemaining()) {
			channel.write(buffer);
		}
		channel.force(true);
	}

	/**
	 * Replaces the file at once. The caller makes sure that nobody else does so at the same time: what a killed program
	 * left behind is swept away.
	 */
	static void replace(Path file, byte[] content) throws IOException {
		sweep(file);
		Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), TEMPORARY, file(file));
		try {
			try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
				write(channel, content);
			}
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
			forceFolder(file.getParent());
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void sweep(Path file) throws IOException {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(file.getParent(),
				file.getFileName() + "?*" + TEMPORARY)) { //$NON-NLS-1$
			for (Path each : left) {
				Files.deleteIfExists(each);
			}
		}
	}

	/** Windows keeps folders safe by itself and can't open them. */
	private static void forceFolder(Path folder) throws IOException {
		if (isPosix(folder)) {
			try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	private static FileAttribute<?>[] attributes(Path path, String posix) throws IOException {
		if (isPosix(path)) {
			return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix)) };
		}
		if (Files.getFileAttributeView(path, AclFileAttributeView.class) != null) {
			return new FileAttribute<?>[] { new OwnerAcl(List.of(ownerEntry(path))) };
		}
		return new FileAttribute<?>[0];
	}

	private static AclEntry ownerEntry(Path path) throws IOException {
		UserPrincipal owner = owner(users(path), System.getenv("USERDOMAIN"), System.getProperty("user.name")); //$NON-NLS-1$ //$NON-NLS-2$
		return AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(owner)
				.setPermissions(EnumSet.allOf(AclEntryPermission.class)).build();
	}

	/** With the domain first: a local account may have the same name, and accounts of Entra ID are not found without. */
	static UserPrincipal owner(UserPrincipalLookupService users, String domain, String user) throws IOException {
		if (domain != null && !domain.isBlank()) {
			try {
				return users.lookupPrincipalByName(domain + '\\' + user);
			} catch (UserPrincipalNotFoundException e) {
				return users.lookupPrincipalByName(user);
			}
		}
		return users.lookupPrincipalByName(user);
	}

	/** Through references to methods, for which the compiler does not ask to close the default file system. */
	private static UserPrincipalLookupService users(Path path) {
		return Optional.of(path).map(Path::getFileSystem).map(FileSystem::getUserPrincipalLookupService).orElseThrow();
	}

	private record OwnerAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
		@Override
		public String name() {
			return "acl:acl"; //$NON-NLS-1$
		}
	}

	private static boolean isPosix(Path path) {
		return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
	}
}
