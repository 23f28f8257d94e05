package dev.latchkey.registration.graph.tenant;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.journal.ChangeLog;
import dev.latchkey.registration.graph.net.Operation;

/** Plans and applies in one tenant. */
public final class Registrar {

	private final GraphClient graph;
	private final Operation operation;
	private final Parallel parallel;

	public Registrar(GraphClient graph, Operation operation, Parallel parallel) {
		this.graph = graph;
		this.operation = operation;
		this.parallel = parallel;
	}

	/**
	 * @param asked           what was granted here, and what nobody asks for any more
	 * @param userName        who signed in
	 * @param roleTemplateIds the administrator's directory roles, none when they are unknown
	 */
	public RegistrationPlan plan(Asked asked, String userName, Set<String> roleTemplateIds) throws Refusal {
		Needs needs = asked.needs();
		RegistrationRequest request = needs.request();
		Retry.Pause pause = (why, duration) -> operation.pause(duration);
		ApplicationReader reader = new ApplicationReader(graph, request, pause);
		var application = parallel.begin(reader::application);
		var owner = parallel.begin(() -> new AdminRights(roleTemplateIds, false).lackingToChange().isPresent()
				&& reader.isOwner(userName));
		var assigned = parallel.begin(reader::assignedRules);
		var common = parallel.begin(reader::tenantRules);
		TenantState tenant = new TenantReader(needs, new PrincipalReader(graph, pause), parallel).read();
		ApplicationState state = application.await();
		if (!tenant.own().map(PrincipalState::enabled).orElse(true)) {
			throw new Refusal(Failure.of(Reason.APPLICATION_DISABLED, state.name()), 0, Optional.empty(), null);
		}
		Optional<CredentialPolicy> policy = ManagementPolicy.of(assigned.await(), common.await(), state.created());
		return new PlanMaker(needs, state, policy, tenant, new AdminRights(roleTemplateIds, owner.await()), asked).plan();
	}

	/**
	 * @param log where each change is written down first
	 * @throws Refusal when nothing could be attempted
	 */
	public RegistrationResult apply(RegistrationPlan plan, ChangeLog log, Consumer<RegistrationResult> progress)
			throws Refusal {
		AtomicBoolean attempted = new AtomicBoolean();
		ItemWork work = new ItemWork(plan, graph, (item, title, ids) -> {
			attempted.set(true);
			return log.begin(item, title, ids);
		}, operation, parallel);
		PlanRunner runner = new PlanRunner(plan, operation, progress);
		RegistrationResult result = runner.run(work);
		Optional<Refusal> trouble = work.unreadable().or(runner::stopped);
		if (!attempted.get() && trouble.isPresent()) {
			throw trouble.get();
		}
		return result;
	}
}
