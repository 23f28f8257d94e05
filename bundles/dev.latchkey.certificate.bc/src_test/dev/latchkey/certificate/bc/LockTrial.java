package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import dev.latchkey.certificate.Cancellation;

/** Another console that wants a lock and does not wait for it. */
final class LockTrial {

	private LockTrial() {
	}

	/** Says whether it got it. */
	public static void main(String[] arguments) throws IOException {
		try (FileLock lock = new FileLock(Path.of(arguments[0]), Duration.ZERO, Cancellation.NEVER)) {
			System.out.print("free");
		} catch (FileLock.BusyException e) {
			System.out.print("busy");
		}
	}
}
