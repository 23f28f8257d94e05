package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.UnifiedRoleAssignment;

import dev.latchkey.registration.graph.Refusal;

/**
 * The only place where a tenant is written to. Each method is one request; what it is stands in a {@link GraphWrite} of the
 * method of the same name, for those who want to show it.
 */
final class TenantWriter {

	private final GraphClient graph;

	TenantWriter(GraphClient graph) {
		this.graph = graph;
	}

	void addKey(ApplicationState application, KeyCredential added) throws Refusal {
		graph.write(adding(application, added));
	}

	/** The list as it is, and one more. */
	static GraphWrite adding(ApplicationState application, KeyCredential added) {
		List<JsonObject> keys = kept(application.keys());
		keys.add(added.json());
		return GraphWrite.keyCredentials(application, keys);
	}

	/** @throws IllegalArgumentException when that key has not ended, or is not there */
	void removeEndedKey(ApplicationState application, String keyId) throws Refusal {
		graph.write(removingEnded(application, keyId));
	}

	/** The list as it is, without that one. */
	static GraphWrite removingEnded(ApplicationState application, String keyId) {
		List<KeyCredential> others = application.keys().stream()
				.filter(key -> !key.keyId().equals(keyId) || !key.hasEnded()).toList();
		if (others.size() != application.keys().size() - 1) {
			throw new IllegalArgumentException("Not one that has ended: " + keyId); //$NON-NLS-1$
		}
		return GraphWrite.keyCredentials(application, kept(others));
	}

	private static List<JsonObject> kept(List<KeyCredential> keys) {
		return new ArrayList<>(keys.stream().map(KeyCredential::untouched).toList());
	}

	/** @param missing ids of app roles by the resource's application id */
	void declare(ApplicationState application, Map<String, List<String>> missing) throws Refusal {
		graph.write(declaring(application, missing));
	}

	/** The list as it is, and what is missing. */
	static GraphWrite declaring(ApplicationState application, Map<String, List<String>> missing) {
		return GraphWrite.requiredResourceAccess(application, Declaration.extended(application.required(), missing));
	}

	PrincipalState createPrincipal(String appId) throws Refusal {
		return PrincipalState.of(graph.write(GraphWrite.servicePrincipal(appId),
				ServicePrincipal::createFromDiscriminatorValue));
	}

	/** @return the assignment's id */
	String grant(String principalId, Grant grant) throws Refusal {
		return graph.write(GraphWrite.grant(principalId, grant), AppRoleAssignment::createFromDiscriminatorValue).getId();
	}

	/** @return the assignment's id */
	String assignRole(String principalId, String roleTemplateId) throws Refusal {
		return graph.write(GraphWrite.directoryRole(principalId, roleTemplateId),
				UnifiedRoleAssignment::createFromDiscriminatorValue).getId();
	}
}
