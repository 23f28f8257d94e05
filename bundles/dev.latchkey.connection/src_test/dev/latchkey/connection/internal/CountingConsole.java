package dev.latchkey.connection.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;

/** A console that counts in the names of connections, one after the other; ends early when one was removed. */
final class CountingConsole {

	private CountingConsole() {
	}

	/** @param args folder, how often, ids */
	public static void main(String[] args) throws Exception {
		List<UUID> ids = Arrays.stream(args).skip(2).map(UUID::fromString).toList();
		try {
			count(new FileConnectionService(Path.of(args[0])), Integer.parseInt(args[1]), ids);
		} catch (ConnectionException e) {
			System.out.println(e.reason());
		}
	}

	static void count(FileConnectionService service, int times, List<UUID> ids) throws ConnectionException {
		for (int i = 0; i < times; i++) {
			for (UUID id : ids) {
				service.update(id, CountingConsole::next);
			}
		}
	}

	private static Connection next(Connection connection) {
		return connection.named(Integer.toString(Integer.parseInt(connection.name()) + 1));
	}
}
