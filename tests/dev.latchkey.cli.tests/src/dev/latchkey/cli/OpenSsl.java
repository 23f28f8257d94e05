package dev.latchkey.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes files as administrators have them, and opens those that we made. */
final class OpenSsl {

	private final Path folder;

	OpenSsl(Path folder) {
		this.folder = folder;
	}

	/** A PFX file with a key of its own. */
	Path pfx(String name, String password) throws IOException, InterruptedException {
		pem(name);
		run("pkcs12", "-export", "-inkey", name + ".key", "-in", name + ".pem", "-out", name + ".pfx", "-passout", "pass:" + password,
				"-name", "Friendly " + name);
		return folder.resolve(name + ".pfx");
	}

	/** A certificate in PEM, with its key in another file that ends in .key. */
	Path pem(String name) throws IOException, InterruptedException {
		run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".pem", "-subj", "/CN=" + name,
				"-days", "365");
		return folder.resolve(name + ".pem");
	}

	/** @return what it printed */
	String run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("openssl"));
		command.addAll(List.of(arguments));
		Path log = folder.resolve("openssl.log");
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile())
				.start();
		int exit = process.waitFor();
		String said = Files.readString(log);
		if (exit != 0) {
			throw new IOException(said);
		}
		return said;
	}
}
