package dev.latchkey.registration.graph.tenant;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.ChangeLog;
import dev.latchkey.registration.graph.net.Operation;

/** Plans and applies in one tenant. */
public final class Registrar {

	private final GraphClient graph;
	private final Operation operation;
	private final TenantReader reader;

	public Registrar(GraphClient graph, Operation operation, Parallel parallel) {
		this.graph = graph;
		this.operation = operation;
		this.reader = new TenantReader(graph, operation, parallel);
	}

	/** @param roleTemplateIds the administrator's directory roles, none when they are unknown */
	public RegistrationPlan plan(RegistrationRequest request, Set<String> roleTemplateIds) throws Refusal {
		Needs needs = Needs.of(request);
		TenantState tenant = read(needs);
		if (!tenant.own().map(PrincipalState::enabled).orElse(true)) {
			throw new Refusal(Failure.of(Reason.APPLICATION_DISABLED, tenant.application().name()), 0,
					Optional.empty(), null);
		}
		return new PlanMaker(needs, tenant, new AdminRights(roleTemplateIds)).plan();
	}

	/** @param log where each change is written down first */
	public RegistrationResult apply(RegistrationPlan plan, ChangeLog log, Consumer<RegistrationResult> progress)
			throws Refusal {
		Needs needs = Needs.of(plan.request());
		PlanRunner runner = new PlanRunner(plan, operation, progress);
		try {
			TenantWriter writer = new TenantWriter(graph, log);
			return runner.run(new ItemWork(plan, needs, read(needs), reader, writer, operation));
		} catch (OperationCanceledException e) {
			return runner.run(item -> {
				throw e;
			});
		}
	}

	private TenantState read(Needs needs) throws Refusal {
		return reader.read(needs.request(), needs.resourceIds(), !needs.directoryRoles().isEmpty());
	}
}
