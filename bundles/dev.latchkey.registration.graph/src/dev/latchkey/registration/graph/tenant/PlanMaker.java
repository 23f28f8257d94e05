package dev.latchkey.registration.graph.tenant;

import static dev.latchkey.registration.PlanItem.State.DONE;
import static dev.latchkey.registration.PlanItem.State.NOT_ALLOWED;
import static dev.latchkey.registration.PlanItem.State.NOT_POSSIBLE;
import static dev.latchkey.registration.PlanItem.State.OFFERED;
import static dev.latchkey.registration.PlanItem.State.TO_DO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.GraphRequest;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.PlanItem.RevokePermission;
import dev.latchkey.registration.PlanItem.Standing;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.Application;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Thumbprint;

/** Compares what is asked for with what is there. Touches nothing. */
final class PlanMaker {

	private final Needs needs;
	private final ApplicationState application;
	private final Optional<CredentialPolicy> policy;
	private final TenantState tenant;
	private final AdminRights rights;
	private final Asked asked;
	private final PlannedRequests requests;

	PlanMaker(Needs needs, ApplicationState application, Optional<CredentialPolicy> policy, TenantState tenant,
			AdminRights rights, Asked asked) {
		this.asked = asked;
		this.needs = needs;
		this.application = application;
		this.policy = policy;
		this.tenant = tenant;
		this.rights = rights;
		this.requests = new PlannedRequests(needs, application, tenant);
	}

	RegistrationPlan plan() {
		List<PlanItem> items = new ArrayList<>();
		AddCertificate certificate = certificate();
		items.add(certificate);
		items.addAll(servicePrincipals());
		items.add(declaration());
		needs.permissions().forEach(need -> items.add(grant(need)));
		needs.directoryRoles().forEach(need -> items.add(role(need)));
		items.addAll(removals(certificate.state() == TO_DO));
		List<RevokePermission> revocations = revocations();
		items.addAll(revocations);
		Application found = new Application(application.name(), application.objectId(),
				application.keys().stream().map(KeyCredential::existing).toList(), extras(revocations));
		return new RegistrationPlan(needs.request(), found, policy, items, Optional.empty());
	}

	private AddCertificate certificate() {
		boolean there = application.key(needs.certificate()).isPresent();
		Optional<Failure> objection = policy.flatMap(rules -> ManagementPolicy.objection(rules, needs.certificate()));
		Standing standing = !there && objection.isPresent()
				? new Standing(NOT_POSSIBLE, objection, AdminRights.APPLICATION, requests.addition())
				: standing(there, rights.lackingToChange(), AdminRights.APPLICATION, requests::addition);
		return new AddCertificate(standing, needs.certificate().getSubjectX500Principal().getName(),
				Thumbprint.hex(needs.certificate()), needs.certificate().getNotAfter().toInstant());
	}

	private List<CreateServicePrincipal> servicePrincipals() {
		List<CreateServicePrincipal> missing = new ArrayList<>();
		if (tenant.own().isEmpty()) {
			missing.add(servicePrincipal(needs.request().applicationId(), application.name(), true));
		}
		needs.resources().stream().filter(resource -> !tenant.apis().has(resource))
				.forEach(resource -> missing.add(servicePrincipal(resource.appId(), resource.name(), false)));
		return missing;
	}

	private CreateServicePrincipal servicePrincipal(String appId, String name, boolean ours) {
		return new CreateServicePrincipal(standing(false, rights.lackingToCreate(ours), AdminRights.APPLICATION,
				() -> requests.servicePrincipal(appId)), appId, name);
	}

	private DeclarePermissions declaration() {
		List<PermissionNeed> missing = needs.permissions().stream().filter(this::undeclared).toList();
		return new DeclarePermissions(standing(missing.isEmpty(), rights.lackingToChange(), AdminRights.APPLICATION,
				() -> requests.declaration(missing)), missing);
	}

	/** What the resource does not offer can't be declared; what is unknown as long as the resource is missing will be. */
	private boolean undeclared(PermissionNeed need) {
		return !tenant.apis().has(need.resource()) || tenant.apis().offering(need)
				.map(api -> !application.declared(api.appId()).contains(api.roleId(need.value()).orElseThrow()))
				.orElse(false);
	}

	private GrantPermission grant(PermissionNeed need) {
		Resource resource = need.resource();
		String able = AdminRights.roleToGrant(resource);
		Optional<Grant> grant = tenant.apis().grant(need);
		if (grant.isEmpty() && tenant.apis().has(resource)) {
			Failure unknown = Failure.of(Reason.PERMISSION_UNKNOWN, need.value(), resource.name());
			return new GrantPermission(new Standing(NOT_POSSIBLE, Optional.of(unknown), able, List.of()), need);
		}
		boolean there = grant.map(tenant.grants()::contains).orElse(false);
		return new GrantPermission(
				standing(there, rights.lackingToGrant(resource), able, () -> requests.grantOf(need)), need);
	}

	private AssignDirectoryRole role(DirectoryRoleNeed need) {
		return new AssignDirectoryRole(standing(tenant.hasRole(need.templateId()), rights.lackingToAssignRoles(),
				AdminRights.PRIVILEGED, () -> requests.assignment(need)), need);
	}

	/** What the administrator can't do is not offered: nobody asked for it. */
	private List<RemoveCertificate> removals(boolean added) {
		return application.keys().stream()
				.filter(key -> key.hasEnded() && !key.is(needs.certificate()) && rights.lackingToChange().isEmpty())
				.map(key -> new RemoveCertificate(
						new Standing(OFFERED, Optional.empty(), AdminRights.APPLICATION, requests.removal(key, added)),
						key.existing()))
				.toList();
	}

	/** As for removals. */
	private List<RevokePermission> revocations() {
		return tenant.held().stream().flatMap(held -> asked.unused(held).stream())
				.filter(unused -> rights.lackingToGrant(unused.resource()).isEmpty())
				.map(unused -> new RevokePermission(
						new Standing(OFFERED, Optional.empty(), AdminRights.roleToGrant(unused.resource()),
								requests.revocation(unused.assignmentId())),
						unused.resource(), unused.value(), unused.assignmentId()))
				.toList();
	}

	private List<ExtraPermission> extras(List<RevokePermission> offered) {
		List<Grant> wanted = needs.permissions().stream().flatMap(need -> tenant.apis().grant(need).stream()).toList();
		Set<String> ours = offered.stream().map(RevokePermission::assignmentId).collect(Collectors.toSet());
		return tenant.held().stream()
				.filter(held -> !wanted.contains(held.grant()) && !ours.contains(held.assignmentId()))
				.map(held -> new ExtraPermission(held.resourceName(), tenant.apis().value(held.grant()))).toList();
	}

	private static Standing standing(boolean there, Optional<String> lacking, String able,
			Supplier<List<GraphRequest>> requests) {
		if (there) {
			return new Standing(DONE, Optional.empty(), able, List.of());
		}
		Optional<Failure> obstacle = lacking.map(role -> Failure.of(Reason.ROLE_REQUIRED, role));
		return new Standing(obstacle.isPresent() ? NOT_ALLOWED : TO_DO, obstacle, able, requests.get());
	}
}
