package dev.latchkey.cli;

import java.util.ResourceBundle;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands and how they hang together. */
final class LatchkeyCommandLine {

	/** A command that only has others below itself. */
	private abstract static class Group implements Runnable {

		@Spec
		private CommandSpec spec;

		@Override
		public void run() {
			throw new UsageException(spec.commandLine(), Messages.usageCommand);
		}
	}

	@Command(name = "latchkey")
	private static final class Root extends Group {
	}

	@Command(name = "certificate")
	private static final class Certificates extends Group {
	}

	@Command(name = "connections")
	private static final class Connections extends Group {
	}

	private LatchkeyCommandLine() {
	}

	/** @return the exit code: 0 fine, 1 refused, 2 the arguments are wrong, or one of a {@link FleetState} */
	static int run(Environment environment, String... arguments) {
		CommandLine certificates = new CommandLine(new Certificates()).addSubcommand(new ListCommand(environment))
				.addSubcommand(new InspectCommand(environment)).addSubcommand(new GenerateCommand(environment))
				.addSubcommand(new ImportCommand(environment)).addSubcommand(new ExportCommand(environment));
		CommandLine connections = new CommandLine(new Connections()).addSubcommand(new ConnectionsListCommand(environment))
				.addSubcommand(new ConnectionsRenameCommand(environment)).addSubcommand(new ConnectionsRemoveCommand(environment))
				.addSubcommand(new ConnectionsExportCommand(environment)).addSubcommand(new ConnectionsImportCommand(environment))
				.addSubcommand(new ConnectionsCalendarCommand(environment));
		CommandLine root = new CommandLine(new Root()).addSubcommand(new PlanCommand(environment))
				.addSubcommand(new ConnectCommand(environment)).addSubcommand(new VerifyCommand(environment))
				.addSubcommand(new RenewCommand(environment))
				.addSubcommand(new UndoCommand(environment)).addSubcommand(new HandOverCommand(environment)).addSubcommand(connections)
				.addSubcommand(certificates);
		Terminal terminal = environment.terminal();
		addHelp(root, () -> new String[] { "latchkey " + environment.version() }); //$NON-NLS-1$
		root.setResourceBundle(ResourceBundle.getBundle(LatchkeyCommandLine.class.getPackageName() + ".help")); //$NON-NLS-1$
		// a file name that begins with @ is a file name
		root.setExpandAtFiles(false);
		root.setCaseInsensitiveEnumValuesAllowed(true);
		root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
		root.setParameterExceptionHandler(new UsageProblems(terminal));
		terminal.connect(root);
		return root.execute(arguments);
	}

	private static void addHelp(CommandLine command, IVersionProvider version) {
		command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(version);
		command.getSubcommands().values().forEach(each -> addHelp(each, version));
	}
}
