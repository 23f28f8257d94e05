package dev.latchkey.cli;

import java.util.Optional;
import java.util.UUID;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what connecting would change in the tenant, without a single write. */
@Command(name = "plan")
final class PlanCommand extends ReportingCommand {

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

	PlanCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, RegistrationException, Refusal {
		wanted.check(this);
		signIn.check(this);
		PlanDocuments documents = environment().services().get(PlanDocuments.class);
		Planning planning = new Planning(environment());
		new Runs(environment()).mentionInterrupted();
		RegistrationRequest request = wanted.request(this, new Directory(environment(), cloud), wanted.certificate(this));
		try (AdminSession session = planning.signIn(request, signIn.method())) {
			return new PlanReport(planning.plan(request, session, removals, Optional.ofNullable(resumed)), documents);
		}
	}
}
