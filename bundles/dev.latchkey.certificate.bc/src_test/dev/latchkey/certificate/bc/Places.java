package dev.latchkey.certificate.bc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user's place in a folder of the test's choice, with the passwords in files, as on a server without secure storage. */
final class Places {

	/** What was logged. */
	final List<String> warnings = new CopyOnWriteArrayList<>();
	final UserPlace place;

	Places(Path folder) {
		this(folder, Duration.ofSeconds(20));
	}

	Places(Path folder, Duration busy) {
		place = new UserPlace(folder, new SecretFiles(folder), (message, cause) -> warnings.add(message), busy);
	}
}
