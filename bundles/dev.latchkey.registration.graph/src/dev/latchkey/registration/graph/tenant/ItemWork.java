package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.PlanItem.RevokePermission;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Wait;
import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.journal.ChangeLog;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Does the items of one plan, each looking first at what is there. Used by several threads. */
final class ItemWork implements PlanRunner.Work {

	private final RegistrationRequest request;
	private final Needs needs;
	private final GraphClient graph;
	private final Operation operation;
	private final Parallel parallel;
	private final TenantWriter writer;
	private final KeyList keys;
	private final CertificateWork certificate;
	private final RemovalWork removals;
	private final RevocationWork revocations = new RevocationWork();
	private final DeclarationWork declaration;
	private final PrincipalWork principals;
	private final Assignments assignments;
	private final Once<TenantState> tenant = new Once<>();

	ItemWork(RegistrationPlan plan, GraphClient graph, ChangeLog log, Operation operation, Parallel parallel) {
		this.request = plan.request();
		this.needs = Needs.of(request);
		this.graph = graph;
		this.operation = operation;
		this.parallel = parallel;
		this.writer = new TenantWriter(graph, log);
		this.keys = new KeyList(plan);
		this.certificate = new CertificateWork(needs.certificate(), keys);
		this.removals = new RemovalWork(needs.certificate(), keys);
		this.declaration = new DeclarationWork(needs);
		this.principals = new PrincipalWork(request);
		this.assignments = new Assignments(principals);
	}

	/** Why nothing could be found out about the tenant, if so. */
	Optional<Refusal> unreadable() {
		return tenant.refused();
	}

	@Override
	public ItemOutcome perform(PlanItem item, Consumer<Optional<Wait>> waiting) throws Refusal {
		Retry.Pause pause = new Patience(operation, waiting);
		Hands hands = new Hands(item, new ApplicationReader(graph, request, pause), new PrincipalReader(graph, pause),
				writer, pause);
		try {
			return Retry.call(pause, () -> attempt(item, hands));
		} catch (Refusal e) {
			throw e.status() == 403 ? e.as(roleRequired(item, e.failure())) : e;
		}
	}

	private ItemOutcome attempt(PlanItem item, Hands hands) throws Refusal {
		if (item instanceof AddCertificate) {
			return certificate.perform(hands);
		}
		if (item instanceof RemoveCertificate removal) {
			return removals.perform(hands, removal.certificate().keyId());
		}
		TenantState state = tenant.get(() -> new TenantReader(needs, hands.principals(), parallel).read());
		if (item instanceof CreateServicePrincipal create) {
			return principals.perform(hands, create, state);
		}
		if (item instanceof DeclarePermissions) {
			return keys.alone(() -> declaration.perform(hands, state.apis()));
		}
		return assign(item, hands, state);
	}

	private ItemOutcome assign(PlanItem item, Hands hands, TenantState state) throws Refusal {
		Optional<PrincipalState> own = principals.own(state);
		if (own.isEmpty()) {
			return ItemOutcome.without(Reason.SERVICE_PRINCIPAL_MISSING, request.applicationId(),
					request.tenant().domain());
		}
		if (item instanceof GrantPermission permission) {
			return grant(permission.need(), hands, state, own.get());
		}
		if (item instanceof RevokePermission revocation) {
			return revocations.perform(hands, own.get().id(), revocation.assignmentId());
		}
		return assignments.assignRole(hands, state, own.get(), ((AssignDirectoryRole) item).need().templateId());
	}

	private ItemOutcome grant(PermissionNeed need, Hands hands, TenantState state, PrincipalState own) throws Refusal {
		Optional<Grant> grant = state.apis().grant(need);
		if (grant.isPresent()) {
			return assignments.grant(hands, state, own, grant.get());
		}
		return state.apis().has(need.resource())
				? ItemOutcome.without(Reason.PERMISSION_UNKNOWN, need.value(), need.resource().name())
				: ItemOutcome.without(Reason.RESOURCE_MISSING, need.resource().name());
	}

	private static Failure roleRequired(PlanItem item, Failure failure) {
		return new Failure(Reason.ROLE_REQUIRED, List.of(item.standing().role()), failure.code(), failure.correlationId(),
				failure.time());
	}
}
