package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** Tells whether a file is still the one that was read. */
record FileStamp(FileTime modified, long size, Object key) {

	static FileStamp of(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
	}
}
