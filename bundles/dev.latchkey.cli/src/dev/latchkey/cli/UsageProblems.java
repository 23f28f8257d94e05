package dev.latchkey.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with arguments without repeating what was typed: a password may be among it, in a place where it does not
 * belong.
 */
final class UsageProblems implements IParameterExceptionHandler {

	private final Terminal terminal;

	UsageProblems(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public int handleParseException(ParameterException problem, String[] arguments) {
		CommandLine command = problem.getCommandLine();
		boolean json = Arrays.asList(arguments).contains(ReportingCommand.JSON);
		Refusal refusal = new Refusal(Refusal.USAGE, sentence(problem));
		new Output(terminal, json).show(new RefusalReport(refusal));
		terminal.say(Messages.format(Messages.moreHelp, command.getCommandSpec().qualifiedName()));
		return CommandLine.ExitCode.USAGE;
	}

	private static String sentence(ParameterException problem) {
		if (problem instanceof UsageException ours) {
			return ours.getMessage();
		}
		if (problem instanceof UnmatchedArgumentException unmatched) {
			boolean password = unmatched.getUnmatched().stream().anyMatch(each -> each.startsWith("--pass") || each.startsWith("-p")); //$NON-NLS-1$ //$NON-NLS-2$
			return password ? Messages.usageNoPasswords : Messages.usageUnknown;
		}
		if (problem instanceof MissingParameterException missing) {
			return Messages.format(Messages.usageMissing, names(missing.getMissing()));
		}
		Optional<String> name = Optional.ofNullable(problem.getArgSpec()).map(UsageProblems::name);
		String pattern = problem instanceof OverwrittenOptionException ? Messages.usageOnce : Messages.usageValue;
		return name.map(each -> Messages.format(pattern, each)).orElse(Messages.usageOther);
	}

	private static String names(List<ArgSpec> specs) {
		return specs.stream().map(UsageProblems::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	private static String name(ArgSpec spec) {
		return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
	}
}
