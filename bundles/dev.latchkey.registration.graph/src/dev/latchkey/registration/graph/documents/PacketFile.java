package dev.latchkey.registration.graph.documents;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder or zip file that is there as a whole or not at all: it is made beside its place and moved there. */
final class PacketFile {

	private static final String PROGRAM = "rwxr-xr-x"; //$NON-NLS-1$

	private final Path target;

	PacketFile(Path target) {
		this.target = target.toAbsolutePath();
	}

	void write(Packet packet) throws IOException {
		if (target.getFileName() == null) {
			throw new NotDirectoryException(target.toString());
		}
		Path draft = target.resolveSibling('.' + target.getFileName().toString() + '-' + UUID.randomUUID());
		try {
			if (target.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) { //$NON-NLS-1$
				zip(packet, draft);
				Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
			} else {
				fill(packet, Files.createDirectory(draft));
				if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
					throw new NotDirectoryException(target.toString());
				}
				// Refused by a folder that is not empty, also when it was filled just now.
				Files.deleteIfExists(target);
				Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
			}
		} finally {
			delete(draft);
		}
	}

	private static void zip(Packet packet, Path file) throws IOException {
		try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true", "enablePosixFileAttributes", "true"))) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			fill(packet, zip.getPath("/")); //$NON-NLS-1$
		}
	}

	private static void fill(Packet packet, Path folder) throws IOException {
		for (Map.Entry<String, byte[]> each : packet.files().entrySet()) {
			Path file = folder.resolve(each.getKey());
			Files.createDirectories(file.getParent());
			Files.write(file, each.getValue());
			boolean posix = Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
			if (posix && packet.executable().contains(each.getKey())) {
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(PROGRAM));
			}
		}
	}

	private static void delete(Path draft) throws IOException {
		if (Files.notExists(draft)) {
			return;
		}
		List<Path> all;
		try (Stream<Path> paths = Files.walk(draft)) {
			all = paths.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path each : all) {
			Files.delete(each);
		}
	}
}
