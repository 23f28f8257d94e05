package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Tells whether the key store file still has the content that was read, by its length and its end: there lie the digest over the
 * whole, and the random salt of that digest. Times are too coarse on some disks, and tell nothing of a file that was put back.
 *
 * @param size of the file in bytes
 * @param end  its last bytes
 */
record StoreVersion(long size, ByteBuffer end) {

	private static final int END = 64;

	static StoreVersion of(byte[] content) {
		return new StoreVersion(content.length,
				ByteBuffer.wrap(Arrays.copyOfRange(content, Math.max(0, content.length - END), content.length)));
	}

	/** @throws java.nio.file.NoSuchFileException when there is no file */
	static StoreVersion of(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long size = channel.size();
			ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, END));
			long position = size - end.capacity();
			while (end.hasRemaining() && channel.read(end, position + end.position()) >= 0) {
				continue; // rarely more than once
			}
			return new StoreVersion(size, end.flip());
		}
	}
}
