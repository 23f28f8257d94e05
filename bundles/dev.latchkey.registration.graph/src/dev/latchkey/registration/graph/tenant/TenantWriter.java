package dev.latchkey.registration.graph.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.UnifiedRoleAssignment;
import com.microsoft.graph.rolemanagement.directory.roleassignments.RoleAssignmentsRequestBuilder;
import com.microsoft.graph.serviceprincipals.ServicePrincipalsRequestBuilder;
import com.microsoft.graph.serviceprincipals.item.approleassignments.AppRoleAssignmentsRequestBuilder;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.graph.Refusal;

/** The only place where a tenant is written to. Each method is one request, and none of them removes anything. */
final class TenantWriter {

	private final GraphClient graph;

	TenantWriter(GraphClient graph) {
		this.graph = graph;
	}

	/** Replaces the list by itself and one more entry: Graph knows no other way for an administrator. */
	void addKey(ApplicationState application, KeyCredential added) throws Refusal {
		JsonArray keys = new JsonArray();
		application.keys().forEach(key -> keys.add(key.untouched()));
		keys.add(added.json());
		if (keys.size() != application.keys().size() + 1) {
			throw new IllegalStateException("A list that would lose certificates"); //$NON-NLS-1$
		}
		JsonObject body = new JsonObject();
		body.add("keyCredentials", keys); //$NON-NLS-1$
		graph.write(patch(application), body);
	}

	/** Replaces the list by itself and what is missing. */
	void declare(ApplicationState application, Map<String, List<String>> missing) throws Refusal {
		JsonObject body = new JsonObject();
		body.add("requiredResourceAccess", Declaration.extended(application.required(), missing)); //$NON-NLS-1$
		graph.write(patch(application), body);
	}

	private RequestInformation patch(ApplicationState application) {
		RequestInformation request = graph.request(HttpMethod.PATCH, "/applications/{id}"); //$NON-NLS-1$
		request.pathParameters.put("id", application.objectId()); //$NON-NLS-1$
		return request;
	}

	PrincipalState createPrincipal(String appId) throws Refusal {
		ServicePrincipal principal = new ServicePrincipal();
		principal.setAppId(appId);
		return PrincipalState.of(graph.write(
				new ServicePrincipalsRequestBuilder(graph.root(), graph.adapter()).toPostRequestInformation(principal),
				ServicePrincipal::createFromDiscriminatorValue));
	}

	void grant(String principalId, Grant grant) throws Refusal {
		AppRoleAssignment assignment = new AppRoleAssignment();
		assignment.setPrincipalId(UUID.fromString(principalId));
		assignment.setResourceId(UUID.fromString(grant.resourceId()));
		assignment.setAppRoleId(UUID.fromString(grant.roleId()));
		HashMap<String, Object> path = graph.root();
		path.put("servicePrincipal%2Did", principalId); //$NON-NLS-1$
		graph.write(new AppRoleAssignmentsRequestBuilder(path, graph.adapter()).toPostRequestInformation(assignment),
				AppRoleAssignment::createFromDiscriminatorValue);
	}

	void assignRole(String principalId, String roleTemplateId) throws Refusal {
		UnifiedRoleAssignment assignment = new UnifiedRoleAssignment();
		assignment.setPrincipalId(principalId);
		assignment.setRoleDefinitionId(roleTemplateId);
		assignment.setDirectoryScopeId("/"); //$NON-NLS-1$
		graph.write(
				new RoleAssignmentsRequestBuilder(graph.root(), graph.adapter()).toPostRequestInformation(assignment),
				UnifiedRoleAssignment::createFromDiscriminatorValue);
	}
}
