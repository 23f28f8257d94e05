package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.Optional;

import dev.latchkey.certificate.KeyFileContent;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which file is read, and how. */
final class KeyFileOptions {

	@Parameters(paramLabel = "FILE")
	private Path file;

	@Option(names = "--key", paramLabel = "FILE")
	private Path key;

	@Option(names = "--insist")
	private boolean insist;

	@Mixin
	private PasswordOptions password;

	/** Reads the file; asks for its password where it has one, none was given, and somebody sits there. */
	KeyFileContent read(ReportingCommand command) throws Refusal {
		return new ProtectedFile(file, Optional.ofNullable(key), insist, password).read(command);
	}
}
