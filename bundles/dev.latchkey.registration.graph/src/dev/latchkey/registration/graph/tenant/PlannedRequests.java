package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.registration.GraphRequest;
import dev.latchkey.registration.PermissionProfile.DirectoryRoleNeed;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;

/**
 * What would be sent to do the items of a plan, each as if the tenant stayed as it was read. What is sent is made from what
 * is there then, by the same code.
 */
final class PlannedRequests {

	private final Needs needs;
	private final ApplicationState application;
	private final TenantState tenant;

	PlannedRequests(Needs needs, ApplicationState application, TenantState tenant) {
		this.needs = needs;
		this.application = application;
		this.tenant = tenant;
	}

	List<GraphRequest> addition() {
		return shown(TenantWriter.adding(application, KeyCredential.planned(needs.certificate())));
	}

	/** @param added whether the certificate is added before */
	List<GraphRequest> removal(KeyCredential key, boolean added) {
		ApplicationState then = added ? application.with(KeyCredential.planned(needs.certificate())) : application;
		return shown(TenantWriter.removing(then, key.keyId()));
	}

	List<GraphRequest> servicePrincipal(String appId) {
		return shown(GraphWrite.servicePrincipal(appId));
	}

	List<GraphRequest> declaration(List<PermissionNeed> missing) {
		Map<String, List<String>> roles = new HashMap<>();
		for (PermissionNeed need : missing) {
			Optional<PrincipalState> api = tenant.apis().offering(need);
			String appId = api.map(PrincipalState::appId).orElse(need.resource().appId());
			roles.computeIfAbsent(appId, id -> new ArrayList<>()).add(grant(need).roleId());
		}
		return shown(TenantWriter.declaring(application, roles));
	}

	List<GraphRequest> grantOf(PermissionNeed need) {
		return shown(GraphWrite.grant(ownId(), grant(need)));
	}

	List<GraphRequest> revocation(String assignmentId) {
		return shown(GraphWrite.revocation(ownId(), assignmentId));
	}

	List<GraphRequest> assignment(DirectoryRoleNeed need) {
		return shown(GraphWrite.directoryRole(ownId(), need.templateId()));
	}

	private Grant grant(PermissionNeed need) {
		return tenant.apis().grant(need).orElseGet(() -> new Grant(
				Placeholders.principalId(need.resource().appId()), Placeholders.roleId(need.value())));
	}

	private String ownId() {
		return tenant.own().map(PrincipalState::id)
				.orElseGet(() -> Placeholders.principalId(needs.request().applicationId()));
	}

	private List<GraphRequest> shown(GraphWrite write) {
		return List.of(write.shown(needs.cloud()));
	}
}
