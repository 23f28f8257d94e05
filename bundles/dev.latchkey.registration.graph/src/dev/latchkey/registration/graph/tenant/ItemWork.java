package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Does the items of one plan, each looking first at what is there. */
final class ItemWork implements PlanRunner.Work {

	private final RegistrationRequest request;
	private final Needs needs;
	private final TenantReader reader;
	private final TenantWriter writer;
	private final Operation operation;
	private final CertificateWork certificate;
	private final Assignments assignments;
	private final Map<String, PrincipalState> principals;

	ItemWork(RegistrationPlan plan, Needs needs, TenantState now, TenantReader reader, TenantWriter writer,
			Operation operation) {
		this.request = plan.request();
		this.needs = needs;
		this.reader = reader;
		this.writer = writer;
		this.operation = operation;
		this.certificate = new CertificateWork(plan, reader, writer, operation);
		this.principals = new HashMap<>(now.resources());
		now.own().ifPresent(own -> principals.put(request.applicationId(), own));
		this.assignments = new Assignments(now, reader, writer, operation);
	}

	@Override
	public ItemOutcome perform(PlanItem item) throws Refusal {
		try {
			return Retry.call(operation, () -> attempt(item));
		} catch (Refusal e) {
			throw e.status() == 403 ? e.as(roleRequired(item, e.failure())) : e;
		}
	}

	private ItemOutcome attempt(PlanItem item) throws Refusal {
		if (item instanceof AddCertificate) {
			return certificate.perform(item);
		}
		if (item instanceof CreateServicePrincipal create) {
			return create(create);
		}
		if (item instanceof DeclarePermissions) {
			return declare(item);
		}
		PrincipalState own = principals.get(request.applicationId());
		if (own == null) {
			return ItemOutcome.without(Reason.SERVICE_PRINCIPAL_MISSING, request.applicationId(),
					request.tenant().domain());
		}
		if (item instanceof GrantPermission grant) {
			return grant(own, grant);
		}
		return assignments.assignRole(own, (AssignDirectoryRole) item);
	}

	private ItemOutcome create(CreateServicePrincipal item) throws Refusal {
		Optional<PrincipalState> there = reader.principal(item.appId());
		if (there.isPresent()) {
			boolean ours = assignments.isNew(there.get());
			principals.put(item.appId(), there.get());
			return ours ? ItemOutcome.DONE : ItemOutcome.ALREADY;
		}
		try {
			PrincipalState created = writer.createPrincipal(item, item.appId());
			assignments.created(created);
			principals.put(item.appId(), withRoles(created));
			return ItemOutcome.DONE;
		} catch (Refusal e) {
			boolean unknownHere = e.status() == 400 || e.status() == 404;
			throw unknownHere && !item.appId().equals(request.applicationId())
					? e.as(resourceMissing(item.name(), e.failure()))
					: e;
		}
	}

	/** The answer to a creation may come without the app roles. */
	private PrincipalState withRoles(PrincipalState created) throws Refusal {
		if (!created.roles().isEmpty() || created.appId().equals(request.applicationId())) {
			return created;
		}
		return reader.principal(created.appId()).orElse(created);
	}

	private static Failure resourceMissing(String name, Failure failure) {
		return new Failure(Reason.RESOURCE_MISSING, List.of(name), failure.code(), failure.correlationId(),
				failure.time());
	}

	private ItemOutcome declare(PlanItem item) throws Refusal {
		ApplicationState application = reader.application(request);
		Map<String, List<String>> missing = new HashMap<>();
		for (PermissionNeed need : needs.permissions()) {
			String appId = need.resource().appId();
			Set<String> declared = new HashSet<>(application.declared(appId));
			roleId(need).filter(id -> !declared.contains(id))
					.ifPresent(id -> missing.computeIfAbsent(appId, key -> new ArrayList<>()).add(id));
		}
		if (missing.isEmpty()) {
			return ItemOutcome.ALREADY;
		}
		writer.declare(item, application, missing);
		return ItemOutcome.DONE;
	}

	private Optional<String> roleId(PermissionNeed need) {
		return Optional.ofNullable(principals.get(need.resource().appId()))
				.flatMap(resource -> resource.roleId(need.value()));
	}

	private ItemOutcome grant(PrincipalState own, GrantPermission item) throws Refusal {
		PermissionNeed need = item.need();
		Resource resource = need.resource();
		PrincipalState there = principals.get(resource.appId());
		if (there == null) {
			return ItemOutcome.without(Reason.RESOURCE_MISSING, resource.name());
		}
		Optional<String> role = there.roleId(need.value());
		if (role.isEmpty()) {
			return ItemOutcome.without(Reason.PERMISSION_UNKNOWN, need.value(), resource.name());
		}
		return assignments.grant(item, own, new Grant(there.id(), role.get()));
	}

	private static Failure roleRequired(PlanItem item, Failure failure) {
		String role = AdminRights.APPLICATION;
		if (item instanceof GrantPermission grant) {
			role = AdminRights.roleToGrant(grant.need().resource());
		} else if (item instanceof AssignDirectoryRole) {
			role = AdminRights.PRIVILEGED;
		}
		return new Failure(Reason.ROLE_REQUIRED, List.of(role), failure.code(), failure.correlationId(),
				failure.time());
	}
}
