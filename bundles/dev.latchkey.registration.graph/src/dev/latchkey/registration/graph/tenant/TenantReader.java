package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.microsoft.graph.applicationswithappid.ApplicationsWithAppIdRequestBuilder;
import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.AppRoleAssignmentCollectionResponse;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.UnifiedRoleAssignment;
import com.microsoft.graph.models.UnifiedRoleAssignmentCollectionResponse;
import com.microsoft.graph.rolemanagement.directory.roleassignments.RoleAssignmentsRequestBuilder;
import com.microsoft.graph.serviceprincipals.item.approleassignments.AppRoleAssignmentsRequestBuilder;
import com.microsoft.graph.serviceprincipalswithappid.ServicePrincipalsWithAppIdRequestBuilder;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Operation;

/** Reads what a plan depends on. */
final class TenantReader {

	private final GraphClient graph;
	private final Operation operation;
	private final Parallel parallel;

	TenantReader(GraphClient graph, Operation operation, Parallel parallel) {
		this.graph = graph;
		this.operation = operation;
		this.parallel = parallel;
	}

	/** @param resources application ids of the resources that matter */
	TenantState read(RegistrationRequest request, Set<String> resources, boolean withRoles) throws Refusal {
		var application = parallel.begin(() -> application(request));
		var own = parallel.begin(() -> principal(request.applicationId()));
		Map<String, Parallel.Pending<Optional<PrincipalState>>> others = new HashMap<>();
		resources.forEach(appId -> others.put(appId, parallel.begin(() -> principal(appId))));
		Optional<PrincipalState> principal = own.await();
		var grants = parallel.begin(() -> principal.isPresent() ? grants(principal.get().id()) : Set.<Grant>of());
		var roles = parallel.begin(() -> principal.isPresent() && withRoles ? roles(principal.get().id())
				: Optional.of(Set.<String>of()));
		Map<String, PrincipalState> found = new HashMap<>();
		for (var other : others.entrySet()) {
			other.getValue().await().ifPresent(state -> found.put(other.getKey(), state));
		}
		return new TenantState(application.await(), principal, Map.copyOf(found), grants.await(), roles.await());
	}

	ApplicationState application(RegistrationRequest request) throws Refusal {
		try {
			return Retry.call(operation, () -> ApplicationState.of(graph.read(applicationRequest(request))));
		} catch (Refusal e) {
			throw e.status() == 404 ? e.as(notFound(request, e.failure())) : e;
		}
	}

	private RequestInformation applicationRequest(RegistrationRequest request) {
		return new ApplicationsWithAppIdRequestBuilder(graph.root(), graph.adapter(), request.applicationId())
				.toGetRequestInformation(config -> config.queryParameters.select = ApplicationState.SELECT);
	}

	private static Failure notFound(RegistrationRequest request, Failure failure) {
		return new Failure(Reason.APPLICATION_NOT_FOUND,
				List.of(request.applicationId(), request.tenant().domain()), failure.code(), failure.correlationId(),
				failure.time());
	}

	Optional<PrincipalState> principal(String appId) throws Refusal {
		try {
			return Optional.of(PrincipalState.of(Retry.call(operation,
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

	Set<Grant> grants(String principalId) throws Refusal {
		HashMap<String, Object> path = graph.root();
		path.put("servicePrincipal%2Did", principalId); //$NON-NLS-1$
		AppRoleAssignmentsRequestBuilder builder = new AppRoleAssignmentsRequestBuilder(path, graph.adapter());
		Set<Grant> grants = new HashSet<>();
		AppRoleAssignmentCollectionResponse page = grants(builder);
		while (true) {
			for (AppRoleAssignment assignment : page.getValue()) {
				grants.add(new Grant(assignment.getResourceId().toString(), assignment.getAppRoleId().toString()));
			}
			if (page.getOdataNextLink() == null) {
				return grants;
			}
			page = grants(builder.withUrl(page.getOdataNextLink()));
		}
	}

	private AppRoleAssignmentCollectionResponse grants(AppRoleAssignmentsRequestBuilder builder) throws Refusal {
		return Retry.call(operation, () -> graph.read(builder.toGetRequestInformation(),
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
		UnifiedRoleAssignmentCollectionResponse page = Retry.call(operation,
				() -> graph.read(
						builder.toGetRequestInformation(
								config -> config.queryParameters.filter = "principalId eq '" + principalId + '\''), //$NON-NLS-1$
						UnifiedRoleAssignmentCollectionResponse::createFromDiscriminatorValue));
		List<UnifiedRoleAssignment> all = new ArrayList<>(page.getValue());
		while (page.getOdataNextLink() != null) {
			RequestInformation next = builder.withUrl(page.getOdataNextLink()).toGetRequestInformation();
			page = Retry.call(operation,
					() -> graph.read(next, UnifiedRoleAssignmentCollectionResponse::createFromDiscriminatorValue));
			all.addAll(page.getValue());
		}
		return Set.copyOf(all.stream().filter(role -> "/".equals(role.getDirectoryScopeId())) //$NON-NLS-1$
				.map(UnifiedRoleAssignment::getRoleDefinitionId).toList());
	}
}
