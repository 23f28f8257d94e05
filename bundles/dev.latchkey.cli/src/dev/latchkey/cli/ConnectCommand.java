package dev.latchkey.cli;

import java.util.Optional;
import java.util.UUID;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Connects an organization: plan, ask, do, prove, save. */
@Command(name = "connect")
final class ConnectCommand extends ReportingCommand {

	@Mixin
	private ConnectionOptions wanted;

	@Option(names = "--cloud", paramLabel = "ID|FILE")
	private String cloud;

	@Mixin
	private SignInOptions signIn;

	@Mixin
	private RemovalOptions removals;

	@Option(names = "--resume", paramLabel = "RUN")
	private UUID resumed;

	@Option(names = "--dry-run")
	private boolean dryRun;

	@Option(names = "--no-grant")
	private boolean noGrant;

	@Option(names = "--save-unverified")
	private boolean saveUnverified;

	@Mixin
	private Consent consent;

	ConnectCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, RegistrationException, Refusal {
		check();
		new Runs(environment()).mentionInterrupted();
		UsedCertificate certificate = wanted.certificate(this);
		RegistrationRequest request = wanted.request(this, new Directory(environment(), cloud), certificate);
		Saving saving = new Saving(environment(), request, certificate, saveUnverified);
		return noGrant ? saving.proveAndSave(Optional.empty(), Optional.empty()) : grant(request, saving);
	}

	private void check() throws Refusal {
		wanted.check(this);
		signIn.check(this);
		boolean ofGranting = signIn.areGiven() || removals.areGiven() || resumed != null || dryRun;
		if (noGrant && ofGranting) {
			throw usage(Messages.usageNoGrant);
		}
		if (!noGrant && !dryRun) {
			consent.requirePossible(environment().terminal());
		}
	}

	private Report grant(RegistrationRequest request, Saving saving)
			throws CertificateAccessException, RegistrationException, Refusal {
		PlanDocuments documents = environment().services().get(PlanDocuments.class);
		Planning planning = new Planning(environment());
		RegistrationPlan plan;
		RegistrationResult result;
		try (AdminSession session = planning.signIn(request, signIn.method())) {
			plan = planning.plan(request, session, removals, Optional.ofNullable(resumed));
			if (dryRun) {
				return new PlanReport(plan, documents);
			}
			agree(plan, documents);
			saving.keepCertificate();
			result = apply(plan, session);
		}
		return saving.proveAndSave(Optional.of(plan), Optional.of(result));
	}

	private void agree(RegistrationPlan plan, PlanDocuments documents) throws Refusal {
		Terminal terminal = environment().terminal();
		documents.text(plan).lines().forEach(terminal::say);
		if (plan.changesAnything()) {
			consent.ask(terminal, Messages.format(Messages.askConnect, plan.request().tenant().domain()));
		}
	}

	private RegistrationResult apply(RegistrationPlan plan, AdminSession session) throws RegistrationException, Refusal {
		RegistrationService service = environment().services().get(RegistrationService.class);
		CancellingMonitor monitor = new CancellingMonitor(environment().cancellation());
		if (plan.changesAnything()) {
			service.extend(session, AdminScope.neededFor(plan), new TerminalSignIn(environment().terminal()), monitor);
		}
		return service.apply(plan, session, new Progress(environment().terminal())::applied, monitor);
	}
}
