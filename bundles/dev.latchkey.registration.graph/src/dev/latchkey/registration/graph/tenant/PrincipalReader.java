package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.AppRoleAssignmentCollectionResponse;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.UnifiedRoleAssignment;
import com.microsoft.graph.models.UnifiedRoleAssignmentCollectionResponse;
import com.microsoft.graph.rolemanagement.directory.roleassignments.RoleAssignmentsRequestBuilder;
import com.microsoft.graph.serviceprincipals.item.approleassignments.AppRoleAssignmentsRequestBuilder;
import com.microsoft.graph.serviceprincipalswithappid.ServicePrincipalsWithAppIdRequestBuilder;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;

/** Reads service principals and what they were given. */
final class PrincipalReader {

	private final GraphClient graph;
	private final Retry.Pause pause;

	PrincipalReader(GraphClient graph, Retry.Pause pause) {
		this.graph = graph;
		this.pause = pause;
	}

	Optional<PrincipalState> principal(String appId) throws Refusal {
		try {
			return Optional.of(PrincipalState.of(Retry.call(pause,
					() -> graph.read(principalRequest(appId), ServicePrincipal::createFromDiscriminatorValue))));
		} catch (Refusal e) {
			if (e.status() == 404) {
				return Optional.empty();
			}
			throw e;
		}
	}

	private RequestInformation principalRequest(String appId) {
		return new ServicePrincipalsWithAppIdRequestBuilder(graph.root(), graph.adapter(), appId)
				.toGetRequestInformation(config -> config.queryParameters.select = PrincipalState.SELECT);
	}

	List<HeldPermission> permissions(String principalId) throws Refusal {
		HashMap<String, Object> path = graph.root();
		path.put("servicePrincipal%2Did", principalId); //$NON-NLS-1$
		AppRoleAssignmentsRequestBuilder builder = new AppRoleAssignmentsRequestBuilder(path, graph.adapter());
		List<HeldPermission> held = new ArrayList<>();
		AppRoleAssignmentCollectionResponse page = assignments(builder);
		while (true) {
			for (AppRoleAssignment assignment : page.getValue()) {
				held.add(HeldPermission.of(assignment));
			}
			if (page.getOdataNextLink() == null) {
				return held;
			}
			page = assignments(builder.withUrl(page.getOdataNextLink()));
		}
	}

	private AppRoleAssignmentCollectionResponse assignments(AppRoleAssignmentsRequestBuilder builder) throws Refusal {
		return Retry.call(pause, () -> graph.read(builder.toGetRequestInformation(),
				AppRoleAssignmentCollectionResponse::createFromDiscriminatorValue));
	}

	/** Some administrators may write what they may not read; then the roles are unknown. */
	Optional<Set<String>> roles(String principalId) throws Refusal {
		try {
			return Optional.of(roleAssignments(principalId));
		} catch (Refusal e) {
			if (e.status() == 403) {
				return Optional.empty();
			}
			throw e;
		}
	}

	private Set<String> roleAssignments(String principalId) throws Refusal {
		RoleAssignmentsRequestBuilder builder = new RoleAssignmentsRequestBuilder(graph.root(), graph.adapter());
		UnifiedRoleAssignmentCollectionResponse page = roleAssignments(builder.toGetRequestInformation(
				config -> config.queryParameters.filter = "principalId eq '" + principalId + '\'')); //$NON-NLS-1$
		List<UnifiedRoleAssignment> all = new ArrayList<>(page.getValue());
		while (page.getOdataNextLink() != null) {
			page = roleAssignments(builder.withUrl(page.getOdataNextLink()).toGetRequestInformation());
			all.addAll(page.getValue());
		}
		return Set.copyOf(all.stream().filter(role -> "/".equals(role.getDirectoryScopeId())) //$NON-NLS-1$
				.map(UnifiedRoleAssignment::getRoleDefinitionId).toList());
	}

	private UnifiedRoleAssignmentCollectionResponse roleAssignments(RequestInformation request) throws Refusal {
		return Retry.call(pause,
				() -> graph.read(request, UnifiedRoleAssignmentCollectionResponse::createFromDiscriminatorValue));
	}
}
