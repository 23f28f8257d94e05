package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import dev.latchkey.certificate.Cancellation;

/** Each secret in a file of its own that only its owner can read, in UTF-16. Safe for several consoles. */
final class SecretFiles implements Secrets {

	private static final String EXTENSION = ".secret"; //$NON-NLS-1$
	private static final Duration BUSY = Duration.ofSeconds(10);

	private final Path folder;

	SecretFiles(Path folder) {
		this.folder = folder;
	}

	@Override
	public char[] get(String name) throws IOException {
		try {
			byte[] bytes = Files.readAllBytes(file(name));
			char[] secret = new char[bytes.length / Character.BYTES];
			ByteBuffer.wrap(bytes).asCharBuffer().get(secret);
			Arrays.fill(bytes, (byte) 0);
			return secret;
		} catch (NoSuchFileException e) {
			return null;
		}
	}

	@Override
	public void put(String name, char[] secret) throws IOException {
		byte[] bytes = new byte[secret.length * Character.BYTES];
		ByteBuffer.wrap(bytes).asCharBuffer().put(secret);
		try {
			OwnerOnly.createFolder(folder);
			try (FileLock lock = new FileLock(folder.resolve("secrets.lock"), BUSY, Cancellation.NEVER)) { //$NON-NLS-1$
				OwnerOnly.replace(file(name), bytes);
			}
		} finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

	@Override
	public void remove(String name) throws IOException {
		Files.deleteIfExists(file(name));
	}

	private Path file(String name) {
		return folder.resolve(name + EXTENSION);
	}
}
