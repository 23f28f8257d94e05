package dev.latchkey.certificate.bc;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes test files with the programs that administrators use, so that no reader is tested against its own writer. */
final class Tools {

	private final Path folder;

	Tools(Path folder) {
		this.folder = folder;
	}

	Path file(String name) {
		return folder.resolve(name);
	}

	/** Runs OpenSSL in the folder. */
	String openssl(String... arguments) throws IOException, InterruptedException {
		return run("openssl", arguments);
	}

	String run(String program, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(program));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
				.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
		try (var stream = process.getInputStream()) {
			String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IOException(command + " failed: " + output);
			}
			return output;
		}
	}

	/** Makes {@code name.key} and {@code name.crt}, self-signed. */
	void keyAndCertificate(String name, String algorithm, String... more) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of("req", "-x509", "-newkey", algorithm, "-nodes", "-keyout",
				name + ".key", "-out", name + ".crt", "-subj", "/CN=" + name, "-days", "30"));
		arguments.addAll(List.of(more));
		openssl(arguments.toArray(String[]::new));
	}

	/** Makes {@code out} from the key and certificate of that name. A file carries the password: arguments lose characters. */
	Path pfx(String out, String name, String password, Charset charset, String... more)
			throws IOException, InterruptedException {
		Files.write(file(out + ".password"), (password + "\n").getBytes(charset));
		List<String> arguments = new ArrayList<>(List.of("pkcs12", "-export", "-in", name + ".crt", "-inkey",
				name + ".key", "-out", out, "-passout", "file:" + out + ".password"));
		arguments.addAll(List.of(more));
		openssl(arguments.toArray(String[]::new));
		return file(out);
	}

	Path pfx(String out, String name, String password, String... more) throws IOException, InterruptedException {
		return pfx(out, name, password, StandardCharsets.UTF_8, more);
	}
}
