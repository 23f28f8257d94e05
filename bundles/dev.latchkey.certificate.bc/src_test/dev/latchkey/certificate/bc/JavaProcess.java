package dev.latchkey.certificate.bc;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.Cancellation;

/** A Java machine of its own with the reader in it. */
final class JavaProcess {

	private JavaProcess() {
	}

	/** The machine that runs the tests. */
	static Path own() {
		return Path.of(System.getProperty("java.home"));
	}

	/** @return not started yet; what it says on its error stream is passed on */
	static ProcessBuilder of(Path java, List<String> options, Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
		command.addAll(options);
		command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", classPath(), main.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
	}

	/** Asks the classes themselves where they lie, because every runner hides the class path in its own way. */
	private static String classPath() {
		return Stream
				.of(JavaProcess.class, BouncyCastleKeyFileReader.class, Cancellation.class, BouncyCastleProvider.class,
						JcaX509CertificateConverter.class, CMSObjectIdentifiers.class, NLS.class)
				.map(each -> path(each.getProtectionDomain().getCodeSource().getLocation())).distinct()
				.collect(Collectors.joining(File.pathSeparator));
	}

	private static String path(URL location) {
		try {
			return Path.of(location.toURI()).toString();
		} catch (URISyntaxException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** Runs it to its end. */
	static String output(ProcessBuilder builder) throws IOException, InterruptedException {
		Process process = builder.start();
		try (var stream = process.getInputStream()) {
			String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IOException(builder.command() + " failed: " + output);
			}
			return output;
		}
	}
}
