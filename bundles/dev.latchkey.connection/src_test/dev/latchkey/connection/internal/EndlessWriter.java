package dev.latchkey.connection.internal;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;

import com.google.gson.Gson;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Service;

/** A console that saves one connection again and again until it is killed; says so once it has begun. */
final class EndlessWriter {

	private EndlessWriter() {
	}

	static List<String> command(Path folder, UUID id) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(),
				EndlessWriter.class.getName(), folder.toString(), id.toString());
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

	private static String classPath() {
		return Stream.of(EndlessWriter.class, FileConnectionService.class, Connection.class, CertificateReference.class,
				Service.class, Gson.class, Location.class, URIUtil.class, org.junit.jupiter.api.Test.class,
				org.junit.jupiter.api.io.TempDir.class).map(EndlessWriter::location).distinct()
				.collect(Collectors.joining(System.getProperty("path.separator")));
	}

	private static String location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
