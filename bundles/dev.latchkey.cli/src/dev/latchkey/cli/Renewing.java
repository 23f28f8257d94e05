package dev.latchkey.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Failed;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextCertificates;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;

/** Renews: first each application itself, then, where somebody wants to sign in, an administrator what only he can. */
final class Renewing {

	private static final Set<AdminScope> SCOPES = Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.READ_POLICIES);

	private final Environment environment;
	private final SignInOptions signIn;
	private final CertificateRenewer renewer;
	private final CancellingMonitor monitor;

	Renewing(Environment environment, SignInOptions signIn) throws Refusal {
		this.environment = environment;
		this.signIn = signIn;
		renewer = environment.services().get(CertificateRenewer.class);
		monitor = new CancellingMonitor(environment.cancellation());
	}

	/** @return in the order of the connections */
	List<Result> renew(List<Connection> connections, NextCertificate next, int atOnce) {
		Map<UUID, Connection> byId = connections.stream()
				.collect(Collectors.toMap(Connection::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
		Progress progress = new Progress(environment.terminal());
		List<Renewal> renewals = connections.stream().map(each -> new Renewal(each.id(), next, Optional.empty())).toList();
		Map<UUID, Result> results = new LinkedHashMap<>();
		renewer.renew(renewals, atOnce, result -> progress.renewed(byId.get(result.connection()), result), monitor)
				.forEach(result -> results.put(result.connection(), result));
		if (signIn.areGiven()) {
			byTenant(results.values().stream().filter(Renewing::needsSomebody).map(each -> byId.get(each.connection())).toList())
					.values().forEach(each -> results.putAll(signedIn(each, results, next, progress)));
		}
		return List.copyOf(results.values());
	}

	private static boolean needsSomebody(Result result) {
		return result.failure().map(Failed::signInHelps).orElse(false);
	}

	private static Map<String, List<Connection>> byTenant(List<Connection> connections) {
		return connections.stream().collect(Collectors.groupingBy(each -> each.cloudId() + ' ' + each.tenantId(),
				LinkedHashMap::new, Collectors.toList()));
	}

	/** One after the other: somebody has to look at each organization's code. */
	private Map<UUID, Result> signedIn(List<Connection> connections, Map<UUID, Result> before, NextCertificate next,
			Progress progress) {
		Map<UUID, Result> results = new LinkedHashMap<>();
		try (AdminSession session = session(connections.get(0))) {
			NextCertificates certificates = environment.services().get(NextCertificates.class);
			for (Connection each : connections) {
				NextCertificate source = before.get(each.id()).next().map(certificates::existing).orElse(next);
				results.putAll(renewer.renew(List.of(new Renewal(each.id(), source, Optional.of(session))), 1,
						result -> progress.renewed(each, result), monitor).stream()
						.collect(Collectors.toMap(Result::connection, Function.identity())));
			}
		} catch (RegistrationException e) {
			failed(connections, before, new Failed(e.getLocalizedMessage(), Optional.of(e.failure()), false), results);
		} catch (OperationCanceledException | Refusal e) {
			return results; // What is known of them says what is missing.
		} catch (RuntimeException e) {
			environment.log().accept("An administrator's renewal failed unexpectedly", e); //$NON-NLS-1$
			failed(connections, before, new Failed(Messages.unexpected, Optional.empty(), false), results);
		}
		return results;
	}

	/** Those that were not renewed yet. */
	private static void failed(List<Connection> connections, Map<UUID, Result> before, Failed failed, Map<UUID, Result> results) {
		connections.forEach(each -> results.putIfAbsent(each.id(), new Result(each.id(), CertificateRenewer.Step.ADDING,
				before.get(each.id()).next(), Optional.empty(), Optional.of(failed))));
	}

	private AdminSession session(Connection connection) throws RegistrationException, Refusal {
		Tenant tenant = new Tenant(environment.services().get(CloudCatalog.class).find(connection.cloudId())
				.orElseThrow(() -> new Refusal(Refusal.NO_SUCH_CLOUD, Messages.noSuchCloud)), connection.tenantId(),
				connection.domain());
		return environment.services().get(RegistrationService.class).signIn(
				new SignInRequest(tenant, signIn.method(), SCOPES), new TerminalSignIn(environment.terminal()), monitor);
	}

	/**
	 * @param connections as they were before they were renewed: what that retired is never removed at once
	 * @param before      those that were retired before that moment
	 */
	void removeRetired(List<Connection> connections, Instant before, RenewalReport.Builder report) {
		for (Connection each : connections) {
			List<RetiredCertificate> retired = each.retired().stream()
					.filter(one -> one.retired().isBefore(before) && !one.sha1().isEmpty()).toList();
			if (!retired.isEmpty() && !environment.cancellation().requested()) {
				remove(each, retired, report);
			}
		}
	}

	/** Whatever happens to one, the others have their turn, and what was done is told. */
	private void remove(Connection connection, List<RetiredCertificate> retired, RenewalReport.Builder report) {
		try {
			report.removed(removed(connection, retired), retired);
		} catch (ConnectionException e) {
			report.notRemoved(connection, Refusal.of(e));
		} catch (RegistrationException e) {
			report.notRemoved(connection, Refusal.of(e));
		} catch (Refusal e) {
			report.notRemoved(connection, e);
		} catch (OperationCanceledException e) {
			return;
		} catch (RuntimeException e) {
			environment.log().accept("Replaced certificates could not be removed", e); //$NON-NLS-1$
			report.notRemoved(connection, new Refusal(Refusal.UNEXPECTED, Messages.unexpected));
		}
	}

	private Connection removed(Connection connection, List<RetiredCertificate> retired)
			throws ConnectionException, RegistrationException, Refusal {
		try {
			return renewer.remove(connection.id(), retired, Optional.empty(), monitor);
		} catch (ConnectionException e) {
			if (!signIn.areGiven() || e.failure().filter(each -> each.reason() == Reason.ROLLOVER_IMPOSSIBLE).isEmpty()) {
				throw e;
			}
		}
		try (AdminSession session = session(connection)) {
			return renewer.remove(connection.id(), retired, Optional.of(session), monitor);
		}
	}
}
