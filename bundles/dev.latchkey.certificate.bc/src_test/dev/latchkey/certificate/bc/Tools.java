package dev.latchkey.certificate.bc;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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

	/** Runs any program in the folder; its arguments arrive in UTF-8, whatever the language of this process. */
	String run(String program, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(program));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder("sh", script(command).toString()).directory(folder.toFile())
				.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null"))).start();
		try (var stream = process.getInputStream()) {
			String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IOException(command + " failed: " + output);
			}
			return output;
		}
	}

	/** A Java machine would encode arguments as its own language does, and lose the rest. */
	private Path script(List<String> command) throws IOException {
		String quoted = command.stream().map(each -> "'" + each.replace("'", "'\\''") + "'")
				.collect(Collectors.joining(" ", "export LC_ALL=C.UTF-8; exec ", "\n"));
		return Files.writeString(file("command.sh"), quoted, StandardCharsets.UTF_8);
	}

	/** Makes {@code name.key} and {@code name.crt}, self-signed. */
	void keyAndCertificate(String name, String algorithm, String... more) throws IOException, InterruptedException {
		openssl(with(more, "req", "-x509", "-newkey", algorithm, "-nodes", "-keyout", name + ".key", "-out", name + ".crt",
				"-subj", "/CN=" + name, "-days", "30"));
	}

	/** Makes {@code name.key} and {@code name.crt}, signed with the issuer's key. */
	void issuedBy(String issuer, String name) throws IOException, InterruptedException {
		openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".csr", "-subj",
				"/CN=" + name);
		openssl("x509", "-req", "-in", name + ".csr", "-CA", issuer + ".crt", "-CAkey", issuer + ".key", "-out",
				name + ".crt", "-CAcreateserial", "-days", "30");
	}

	/** Makes {@code out} from the key and certificate of that name. */
	Path pfx(String out, String name, String password, Charset charset, String... more)
			throws IOException, InterruptedException {
		openssl(with(more, "pkcs12", "-export", "-in", name + ".crt", "-inkey", name + ".key", "-out", out, "-passout",
				"file:" + password(out, password, charset)));
		return file(out);
	}

	Path pfx(String out, String name, String password, String... more) throws IOException, InterruptedException {
		return pfx(out, name, password, StandardCharsets.UTF_8, more);
	}

	/** A file with the password for a file of that name: the usual way to hand it to a program without loss. */
	String password(String out, String password, Charset charset) throws IOException {
		Path file = file(out + ".password");
		Files.createDirectories(file.getParent());
		Files.write(file, (password + "\n").getBytes(charset));
		return out + ".password";
	}

	/** Puts the contents of several files into one. */
	Path joined(String out, String... names) throws IOException {
		Path file = Files.write(file(out), new byte[0]);
		for (String each : names) {
			Files.write(file, Files.readAllBytes(file(each)), StandardOpenOption.APPEND);
		}
		return file;
	}

	static String[] with(String[] more, String... arguments) {
		List<String> all = new ArrayList<>(Arrays.asList(arguments));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}
}
