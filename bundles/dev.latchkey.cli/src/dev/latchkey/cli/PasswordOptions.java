package dev.latchkey.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import picocli.CommandLine.Option;

/** Where a password comes from; never from an argument, which other users can see. */
final class PasswordOptions {

	private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
			PosixFilePermission.OTHERS_READ);

	@Option(names = "--password-file", paramLabel = "FILE")
	private Path file;

	@Option(names = "--password-stdin")
	private boolean stdin;

	boolean areGiven() {
		return file != null || stdin;
	}

	boolean exclude() {
		return file != null && stdin;
	}

	/**
	 * Reads what is given; asks nobody.
	 *
	 * @return the caller's to clear; null when none is given, which is another thing than an empty one
	 */
	char[] read(Terminal terminal) throws Refusal {
		try {
			if (stdin) {
				return terminal.firstLine();
			}
			return file == null ? null : read(file, terminal);
		} catch (CharacterCodingException e) {
			throw new Refusal(Refusal.PASSWORD_UNREADABLE, Messages.format(Messages.passwordNotText, FirstLine.MAX_BYTES));
		} catch (IOException e) {
			throw new Refusal(Refusal.PASSWORD_UNREADABLE, Messages.passwordFileUnreadable);
		}
	}

	/**
	 * For a file that is to be written: it needs a password, which a person types twice.
	 *
	 * @return the caller's to clear; not empty
	 */
	char[] readNew(Terminal terminal) throws Refusal {
		char[] password = read(terminal);
		if (password == null && terminal.prompt().isPresent()) {
			password = askTwice(terminal.prompt().get());
		}
		if (password == null || password.length == 0) {
			throw new Refusal(Refusal.PASSWORD_REQUIRED, Messages.passwordRequired);
		}
		return password;
	}

	private static char[] askTwice(Terminal.Prompt prompt) throws Refusal {
		char[] first = prompt.ask(Messages.newPassword);
		char[] second = first == null ? null : prompt.ask(Messages.confirmPassword);
		try {
			if (!Arrays.equals(first, second)) {
				clear(first);
				throw new Refusal(Refusal.PASSWORDS_DIFFER, Messages.passwordsDiffer);
			}
			return first;
		} finally {
			clear(second);
		}
	}

	/** @param password may be null */
	static void clear(char[] password) {
		if (password != null) {
			Arrays.fill(password, '\0');
		}
	}

	private static char[] read(Path file, Terminal terminal) throws IOException {
		PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (posix != null && posix.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)) {
			terminal.say(Messages.passwordFileOfOthers);
		}
		try (InputStream stream = Files.newInputStream(file)) {
			return FirstLine.read(stream);
		}
	}
}
