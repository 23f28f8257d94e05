package dev.latchkey.registration.graph.documents;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.HandOver;
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
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.tenant.AdminRights;

/**
 * What is still to be done for a connection. Removals are never part of it: what is handed over only adds.
 *
 * @param items      what can be done, in the order of doing it
 * @param impossible what nobody can do in this tenant or cloud
 */
record Remaining(List<PlanItem> items, List<PlanItem> impossible) {

	static Remaining of(HandOver content) {
		List<PlanItem> wanted = content.plan().map(RegistrationPlan::items).orElseGet(() -> everything(content.request()));
		List<PlanItem> left = wanted.stream().filter(item -> !item.takesAway())
				.filter(item -> item.state() != State.DONE)
				.filter(item -> content.result().filter(result -> result.isThere(item.id())).isEmpty()).toList();
		return new Remaining(left.stream().filter(item -> item.state() != State.NOT_POSSIBLE).toList(),
				left.stream().filter(item -> item.state() == State.NOT_POSSIBLE).toList());
	}

	/** Where nobody could look: all that the profile asks for. The commands look themselves, and leave what is there. */
	private static List<PlanItem> everything(RegistrationRequest request) {
		X509Certificate certificate = request.certificate().certificate();
		List<PermissionNeed> permissions = request.profile().permissions(request.services(), request.tenant().cloud());
		List<PlanItem> items = new ArrayList<>();
		items.add(new AddCertificate(byHolderOf(AdminRights.APPLICATION), certificate.getSubjectX500Principal().getName(),
				Thumbprint.hex(certificate), certificate.getNotAfter().toInstant()));
		items.add(new CreateServicePrincipal(byHolderOf(AdminRights.APPLICATION), request.applicationId(),
				request.applicationId()));
		for (Resource resource : resources(permissions)) {
			items.add(new CreateServicePrincipal(byHolderOf(AdminRights.APPLICATION), resource.appId(), resource.name()));
		}
		items.add(new DeclarePermissions(byHolderOf(AdminRights.APPLICATION), permissions));
		for (PermissionNeed need : permissions) {
			items.add(new GrantPermission(byHolderOf(AdminRights.roleToGrant(need.resource())), need));
		}
		for (DirectoryRoleNeed need : request.profile().directoryRoles(request.services(), request.tenant().cloud())) {
			items.add(new AssignDirectoryRole(byHolderOf(AdminRights.PRIVILEGED), need));
		}
		return items;
	}

	private static Standing byHolderOf(String role) {
		return new Standing(State.TO_DO, Optional.empty(), role, List.of());
	}

	/** The APIs of these permissions, each once. */
	static Set<Resource> resources(List<PermissionNeed> permissions) {
		Set<Resource> resources = new LinkedHashSet<>();
		permissions.forEach(need -> resources.add(need.resource()));
		return resources;
	}

	<T extends PlanItem> List<T> of(Class<T> kind) {
		return items.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/** The least roles that can do it, each once. */
	Set<String> roles() {
		Set<String> roles = new LinkedHashSet<>();
		items.forEach(item -> roles.add(item.standing().role()));
		return roles;
	}
}
