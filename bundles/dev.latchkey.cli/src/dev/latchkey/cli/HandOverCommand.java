package dev.latchkey.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.HandOver;
import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a packet for somebody who has the rights. */
@Command(name = "handover")
final class HandOverCommand extends ReportingCommand {

	@Mixin
	private ConnectionOptions wanted;

	@Option(names = "--cloud", paramLabel = "ID|FILE")
	private String cloud;

	/** Only then somebody looks into the tenant. */
	@Mixin
	private SignInOptions signIn;

	@Option(names = "--out", paramLabel = "DIR|FILE.zip", required = true)
	private Path out;

	@Option(names = "--force")
	private boolean force;

	HandOverCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws CertificateAccessException, RegistrationException, Refusal {
		wanted.check(this);
		signIn.check(this);
		boolean zip = out.toString().toLowerCase(Locale.ROOT).endsWith(".zip"); //$NON-NLS-1$
		if (force && !zip) {
			throw usage(Messages.usageForceZip);
		}
		if (zip ? !force && Files.exists(out, LinkOption.NOFOLLOW_LINKS) : isUsed(out)) {
			throw new CertificateAccessException(Reason.FILE_EXISTS, out.toString());
		}
		PlanDocuments documents = environment().services().get(PlanDocuments.class);
		RegistrationRequest request = wanted.request(this, new Directory(environment(), cloud), wanted.certificate(this));
		Optional<RegistrationPlan> plan = signIn.areGiven() ? Optional.of(plan(request)) : Optional.empty();
		documents.handOver(new HandOver(request, plan, Optional.empty()), out);
		return new HandOverReport(out, plan.isPresent());
	}

	private static boolean isUsed(Path folder) {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			return Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
		}
		try (Stream<Path> content = Files.list(folder)) {
			return content.findAny().isPresent();
		} catch (IOException e) {
			return true;
		}
	}

	private RegistrationPlan plan(RegistrationRequest request) throws RegistrationException, Refusal {
		Planning planning = new Planning(environment());
		try (AdminSession session = planning.signIn(request, signIn.method())) {
			return planning.plan(request, session, new RemovalOptions(), Optional.empty());
		}
	}
}
