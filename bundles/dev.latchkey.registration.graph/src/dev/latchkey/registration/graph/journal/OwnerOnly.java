package dev.latchkey.registration.graph.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that nobody but their owner can read, from the first byte. */
final class OwnerOnly {

	private OwnerOnly() {
	}

	/** Makes the folder and those above it where missing. */
	static void createFolder(Path folder) throws IOException {
		Path there = folder;
		while (!Files.exists(there)) {
			there = there.getParent();
		}
		Files.createDirectories(folder, attributes(there, "rwx------")); //$NON-NLS-1$
	}

	/** Makes a file that must not exist, whose name survives a power cut. */
	static FileChannel create(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
				attributes(file.getParent(), "rw-------")); //$NON-NLS-1$
		try {
			forceFolder(file.getParent());
			return channel;
		} catch (IOException e) {
			channel.close();
			throw e;
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

	private static FileAttribute<?>[] attributes(Path folder, String posix) throws IOException {
		if (isPosix(folder)) {
			return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix)) };
		}
		if (Files.getFileAttributeView(folder, AclFileAttributeView.class) != null) {
			return new FileAttribute<?>[] { new OwnerAcl(List.of(entry(owner(folder)))) };
		}
		return new FileAttribute<?>[0];
	}

	/** Who owns what is made here, which is not always who owns the folder: an empty file tells. */
	private static UserPrincipal owner(Path folder) throws IOException {
		Path probe = Files.createTempFile(folder, "owner", null); //$NON-NLS-1$
		try {
			return Files.getOwner(probe);
		} finally {
			Files.delete(probe);
		}
	}

	private static AclEntry entry(UserPrincipal owner) {
		return AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(owner)
				.setPermissions(EnumSet.allOf(AclEntryPermission.class)).build();
	}

	private static boolean isPosix(Path path) {
		return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
	}

	private record OwnerAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
		@Override
		public String name() {
			return "acl:acl"; //$NON-NLS-1$
		}
	}
}
