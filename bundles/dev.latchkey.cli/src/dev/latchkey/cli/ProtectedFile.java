package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.Optional;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;

/**
 * A file that may have a password.
 *
 * @param key    a second file with the private key
 * @param insist whether it is opened however long that takes
 */
record ProtectedFile(Path file, Optional<Path> key, boolean insist, PasswordOptions password) {

	private static final int TRIES = 3;

	/** Reads the file; asks for its password where it has one, none was given, and somebody sits there. */
	KeyFileContent read(ReportingCommand command) throws Refusal {
		if (password.exclude()) {
			throw command.usage(Messages.usageOnePassword);
		}
		Terminal terminal = command.environment().terminal();
		KeyFileContent content = read(command.environment(), password.read(terminal));
		Reason wrong = Reason.PASSWORD_REQUIRED;
		for (int i = 0; i < TRIES && !password.areGiven() && terminal.prompt().isPresent() && isProblem(content, wrong); i++) {
			content.problem().filter(each -> each.reason() == Reason.WRONG_PASSWORD)
					.ifPresent(each -> terminal.say(each.getLocalizedMessage()));
			content = read(command.environment(), terminal.prompt().get().ask(Messages.passwordOf));
			wrong = Reason.WRONG_PASSWORD;
		}
		return content;
	}

	/** @param given cleared afterwards */
	private KeyFileContent read(Environment environment, char[] given) throws Refusal {
		try {
			KeyFileRequest request = new KeyFileRequest(file, key, given, insist);
			return environment.services().get(KeyFileReader.class).inspect(request, environment.cancellation());
		} finally {
			PasswordOptions.clear(given);
		}
	}

	private static boolean isProblem(KeyFileContent content, Reason reason) {
		return content.problem().map(CertificateAccessException::reason).filter(reason::equals).isPresent();
	}
}
