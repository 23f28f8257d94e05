package dev.latchkey.connection.internal;

import java.nio.file.Path;
import java.time.Duration;

/** A console that hangs while it writes; says so once it has begun, and goes on when its input ends. */
final class LockingConsole {

	private LockingConsole() {
	}

	public static void main(String[] args) throws Exception {
		try (FolderLock lock = new FolderLock(Path.of(args[0]), Duration.ofSeconds(10))) {
			System.out.println("locked");
			System.in.read();
		}
	}
}
