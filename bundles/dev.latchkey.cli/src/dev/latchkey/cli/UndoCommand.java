package dev.latchkey.cli;

import java.util.UUID;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back what a run added to a tenant. */
@Command(name = "undo")
final class UndoCommand extends ReportingCommand {

	@Parameters(paramLabel = "RUN", arity = "0..1")
	private UUID id;

	@Option(names = "--cloud", paramLabel = "ID|FILE")
	private String cloud;

	@Mixin
	private SignInOptions signIn;

	@Mixin
	private Consent consent;

	UndoCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws RegistrationException, Refusal {
		signIn.check(this);
		Terminal terminal = environment().terminal();
		consent.requirePossible(terminal);
		RegistrationService service = environment().services().get(RegistrationService.class);
		JournalRun run = new Runs(environment()).toUndo(id);
		Tenant tenant = new Tenant(new Directory(environment(), cloud).known(run.cloudId()), run.tenantId(), run.domain());
		show(run, terminal);
		consent.ask(terminal, Messages.format(Messages.askUndo, run.domain()));
		TerminalSignIn prompt = new TerminalSignIn(terminal);
		CancellingMonitor monitor = new CancellingMonitor(environment().cancellation());
		try (AdminSession session = service.signIn(new SignInRequest(tenant, signIn.method(), AdminScope.neededFor(run)), prompt, monitor)) {
			return new UndoReport(run, service.undo(run, session, new Progress(terminal)::undone, monitor));
		}
	}

	private static void show(JournalRun run, Terminal terminal) {
		terminal.say(Messages.format(Messages.run, run.id(), run.started(), run.domain(), run.applicationName()));
		run.changes().stream().filter(JournalRun.Change::mayBeThere)
				.forEach(change -> terminal.say("  " + change.title())); //$NON-NLS-1$
	}
}
