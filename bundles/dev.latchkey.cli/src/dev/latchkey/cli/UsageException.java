package dev.latchkey.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The arguments don't fit together. The message repeats no argument's value. */
final class UsageException extends ParameterException {

	private static final long serialVersionUID = 1;

	UsageException(CommandLine command, String message) {
		super(command, message);
	}
}
