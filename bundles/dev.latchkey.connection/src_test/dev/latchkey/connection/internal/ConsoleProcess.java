package dev.latchkey.connection.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.URIUtil;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.osgi.service.datalocation.Location;

import com.google.gson.Gson;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Service;

/** Another console of the same configuration: a Java virtual machine of its own that runs one of the test's classes. */
final class ConsoleProcess {

	private ConsoleProcess() {
	}

	static Process start(Class<?> main, String... arguments) throws IOException {
		List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(),
				main.getName());
		return new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	private static String classPath() {
		return Stream.of(ConsoleProcess.class, FileConnectionService.class, Connection.class, CertificateReference.class,
				Service.class, Gson.class, Location.class, URIUtil.class, IPreferencesService.class,
				org.junit.jupiter.api.Test.class, org.junit.jupiter.api.io.TempDir.class).map(ConsoleProcess::location)
				.distinct().collect(Collectors.joining(System.getProperty("path.separator")));
	}

	private static String location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
