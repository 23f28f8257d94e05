package dev.latchkey.cli;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renews the certificates of saved connections. */
@Command(name = "renew")
final class RenewCommand extends ReportingCommand {

	@Option(names = "--connection", paramLabel = "NAME|ID")
	private List<String> connections = List.of();

	@Option(names = "--all")
	private boolean all;

	@Option(names = "--expiring-within", paramLabel = "PERIOD")
	private String within;

	@Option(names = "--at-once", paramLabel = "N")
	private int atOnce = CertificateRenewer.AT_ONCE;

	@Option(names = "--dry-run")
	private boolean dryRun;

	@Option(names = "--remove-retired")
	private boolean removeRetired;

	@Option(names = "--grace", paramLabel = "PERIOD")
	private String grace;

	@Mixin
	private RenewalOptions certificates;

	@Mixin
	private SignInOptions signIn;

	RenewCommand(Environment environment) {
		super(environment);
	}

	@Override
	Report report() throws ConnectionException, Refusal {
		check();
		Instant now = Instant.now();
		Instant ends = within == null ? Instant.MAX : after(now, Validity.span(this, "--expiring-within", within)); //$NON-NLS-1$
		Period kept = grace == null ? Period.ofDays(CertificateRenewer.GRACE_DAYS) : Validity.span(this, "--grace", grace); //$NON-NLS-1$
		List<Connection> chosen = chosen();
		List<Connection> due = chosen.stream().filter(each -> each.certificateEnds().isBefore(ends)).toList();
		CertificateService stores = environment().services().get(CertificateService.class);
		if (dryRun) {
			return new PlannedRenewals(due.stream().map(each -> new PlannedRenewals.Row(each, certificates.store(each, stores))).toList());
		}
		Renewing renewing = new Renewing(environment(), signIn);
		RenewalReport.Builder report = new RenewalReport.Builder(chosen, stores);
		renewing.renew(due, certificates.next(this), atOnce).forEach(report::renewed);
		if (removeRetired) {
			renewing.removeRetired(chosen, now.atZone(ZoneOffset.UTC).minus(kept).toInstant(), report);
		}
		return report.build(environment().cancellation().requested());
	}

	private static Instant after(Instant now, Period period) {
		return now.atZone(ZoneOffset.UTC).plus(period).toInstant();
	}

	private void check() {
		if (connections.isEmpty() && !all && within == null) {
			throw usage(Messages.format(Messages.usageMissing, "--connection / --expiring-within / --all")); //$NON-NLS-1$
		}
		if (all && !connections.isEmpty()) {
			throw usage(Messages.usageConnectionOrAll);
		}
		if (atOnce < 1) {
			throw usage(Messages.format(Messages.usageValue, "--at-once")); //$NON-NLS-1$
		}
		if (grace != null && !removeRetired) {
			throw usage(Messages.usageGrace);
		}
		signIn.check(this);
		certificates.check(this, connections.size() != 1);
	}

	private List<Connection> chosen() throws ConnectionException, Refusal {
		SavedConnections saved = new SavedConnections(environment());
		if (connections.isEmpty()) {
			return saved.list();
		}
		Set<Connection> found = new LinkedHashSet<>();
		for (String each : connections) {
			found.add(saved.find(each));
		}
		return List.copyOf(found);
	}
}
