package dev.latchkey.connection.internal;

import java.nio.file.Path;
import java.util.UUID;

import dev.latchkey.connection.Connection;

/** A console that saves one connection again and again until it is killed; says so once it has begun. */
final class EndlessWriter {

	private EndlessWriter() {
	}

	public static void main(String[] args) throws Exception {
		FileConnectionService service = new FileConnectionService(Path.of(args[0]));
		Connection connection = service.find(UUID.fromString(args[1])).orElseThrow();
		for (long i = 0;; i++) {
			connection = service.save(connection.named("Contoso" + " and more".repeat((int) (i % 2000))));
			if (i == 20) {
				System.out.println("writing");
			}
		}
	}
}
