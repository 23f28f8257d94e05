package dev.latchkey.registration.graph.tenant;

import static dev.latchkey.registration.PlanItem.State.DONE;
import static dev.latchkey.registration.PlanItem.State.NOT_ALLOWED;
import static dev.latchkey.registration.PlanItem.State.NOT_POSSIBLE;
import static dev.latchkey.registration.PlanItem.State.TO_DO;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Thumbprint;

/** Compares what is asked for with what is there. Touches nothing. */
final class PlanMaker {

	private final Needs needs;
	private final TenantState tenant;
	private final AdminRights rights;

	PlanMaker(Needs needs, TenantState tenant, AdminRights rights) {
		this.needs = needs;
		this.tenant = tenant;
		this.rights = rights;
	}

	RegistrationPlan plan() {
		List<PlanItem> items = new ArrayList<>();
		items.add(certificate());
		items.addAll(servicePrincipals());
		items.add(declaration());
		needs.permissions().forEach(need -> items.add(grant(need)));
		needs.directoryRoles().forEach(need -> items.add(role(need)));
		return new RegistrationPlan(needs.request(), tenant.application().name(), tenant.application().objectId(),
				tenant.application().keys().stream().map(KeyCredential::existing).toList(), items);
	}

	private AddCertificate certificate() {
		X509Certificate certificate = needs.request().certificate().certificate();
		State state = tenant.application().key(certificate).isPresent() ? DONE : TO_DO;
		return new AddCertificate(state, certificate.getSubjectX500Principal().getName(),
				Thumbprint.hex(certificate),
				certificate.getNotAfter().toInstant(), Optional.empty());
	}

	private List<CreateServicePrincipal> servicePrincipals() {
		RegistrationRequest request = needs.request();
		List<CreateServicePrincipal> missing = new ArrayList<>();
		if (tenant.own().isEmpty()) {
			missing.add(new CreateServicePrincipal(TO_DO, request.applicationId(), tenant.application().name(),
					Optional.empty()));
		}
		for (Resource resource : needs.resources()) {
			if (!tenant.resources().containsKey(resource.appId())) {
				missing.add(new CreateServicePrincipal(TO_DO, resource.appId(), resource.name(), Optional.empty()));
			}
		}
		return missing;
	}

	private DeclarePermissions declaration() {
		List<PermissionNeed> missing = needs.permissions().stream().filter(this::undeclared).toList();
		return new DeclarePermissions(missing.isEmpty() ? DONE : TO_DO, missing, Optional.empty());
	}

	/** What the resource does not offer can't be declared; what is unknown as long as the resource is missing will be. */
	private boolean undeclared(PermissionNeed need) {
		PrincipalState resource = tenant.resources().get(need.resource().appId());
		if (resource == null) {
			return true;
		}
		return resource.roleId(need.value())
				.map(id -> !tenant.application().declared(need.resource().appId()).contains(id)).orElse(false);
	}

	private GrantPermission grant(PermissionNeed need) {
		PrincipalState resource = tenant.resources().get(need.resource().appId());
		if (resource != null) {
			Optional<String> role = resource.roleId(need.value());
			if (role.isEmpty()) {
				return new GrantPermission(NOT_POSSIBLE, need, Optional
						.of(Failure.of(Reason.PERMISSION_UNKNOWN, need.value(), need.resource().name())));
			}
			if (tenant.grants().contains(new Grant(resource.id(), role.get()))) {
				return new GrantPermission(DONE, need, Optional.empty());
			}
		}
		Optional<Failure> obstacle = rights.lackingToGrant(need.resource()).map(PlanMaker::roleRequired);
		return new GrantPermission(obstacle.isPresent() ? NOT_ALLOWED : TO_DO, need, obstacle);
	}

	private AssignDirectoryRole role(DirectoryRoleNeed need) {
		if (tenant.roles().map(roles -> roles.contains(need.templateId())).orElse(false)) {
			return new AssignDirectoryRole(DONE, need, Optional.empty());
		}
		Optional<Failure> obstacle = rights.lackingToAssignRoles().map(PlanMaker::roleRequired);
		return new AssignDirectoryRole(obstacle.isPresent() ? NOT_ALLOWED : TO_DO, need, obstacle);
	}

	private static Failure roleRequired(String role) {
		return Failure.of(Reason.ROLE_REQUIRED, role);
	}
}
