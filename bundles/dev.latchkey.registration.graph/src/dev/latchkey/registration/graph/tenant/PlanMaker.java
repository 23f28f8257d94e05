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
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.PlanItem.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.Application;
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
		Application application = new Application(tenant.application().name(), tenant.application().objectId(),
				tenant.application().keys().stream().map(KeyCredential::existing).toList(), List.of());
		return new RegistrationPlan(needs.request(), application, Optional.empty(), items, Optional.empty());
	}

	private AddCertificate certificate() {
		X509Certificate certificate = needs.request().certificate().certificate();
		State state = tenant.application().key(certificate).isPresent() ? DONE : TO_DO;
		return new AddCertificate(standing(state, AdminRights.APPLICATION), certificate.getSubjectX500Principal().getName(),
				Thumbprint.hex(certificate),
				certificate.getNotAfter().toInstant());
	}

	private List<CreateServicePrincipal> servicePrincipals() {
		RegistrationRequest request = needs.request();
		List<CreateServicePrincipal> missing = new ArrayList<>();
		if (tenant.own().isEmpty()) {
			missing.add(new CreateServicePrincipal(standing(TO_DO, AdminRights.APPLICATION), request.applicationId(),
					tenant.application().name()));
		}
		for (Resource resource : needs.resources()) {
			if (!tenant.resources().containsKey(resource.appId())) {
				missing.add(new CreateServicePrincipal(standing(TO_DO, AdminRights.APPLICATION), resource.appId(),
						resource.name()));
			}
		}
		return missing;
	}

	private DeclarePermissions declaration() {
		List<PermissionNeed> missing = needs.permissions().stream().filter(this::undeclared).toList();
		return new DeclarePermissions(standing(missing.isEmpty() ? DONE : TO_DO, AdminRights.APPLICATION), missing);
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
		String able = AdminRights.roleToGrant(need.resource());
		PrincipalState resource = tenant.resources().get(need.resource().appId());
		if (resource != null) {
			Optional<String> role = resource.roleId(need.value());
			if (role.isEmpty()) {
				Failure unknown = Failure.of(Reason.PERMISSION_UNKNOWN, need.value(), need.resource().name());
				return new GrantPermission(new Standing(NOT_POSSIBLE, Optional.of(unknown), able, List.of()), need);
			}
			if (tenant.grants().contains(new Grant(resource.id(), role.get()))) {
				return new GrantPermission(standing(DONE, able), need);
			}
		}
		Optional<Failure> obstacle = rights.lackingToGrant(need.resource()).map(PlanMaker::roleRequired);
		return new GrantPermission(standing(obstacle, able), need);
	}

	private AssignDirectoryRole role(DirectoryRoleNeed need) {
		if (tenant.roles().map(roles -> roles.contains(need.templateId())).orElse(false)) {
			return new AssignDirectoryRole(standing(DONE, AdminRights.PRIVILEGED), need);
		}
		Optional<Failure> obstacle = rights.lackingToAssignRoles().map(PlanMaker::roleRequired);
		return new AssignDirectoryRole(standing(obstacle, AdminRights.PRIVILEGED), need);
	}

	private static Standing standing(State state, String role) {
		return new Standing(state, Optional.empty(), role, List.of());
	}

	private static Standing standing(Optional<Failure> obstacle, String role) {
		return new Standing(obstacle.isPresent() ? NOT_ALLOWED : TO_DO, obstacle, role, List.of());
	}

	private static Failure roleRequired(String role) {
		return Failure.of(Reason.ROLE_REQUIRED, role);
	}
}
