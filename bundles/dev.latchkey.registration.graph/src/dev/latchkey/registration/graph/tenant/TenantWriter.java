package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.OperationCanceledException;

import com.google.gson.JsonObject;
import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.UnifiedRoleAssignment;

import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.ChangeLog;
import dev.latchkey.registration.graph.journal.Ids;

/**
 * The only place where a plan is written to a tenant. Each method is one request, which is in the journal before it is sent:
 * callers have looked whether the thing is there already, for what is written here counts as ours. What the request is
 * stands in a {@link GraphWrite} of the method of the same name, for those who want to show it.
 */
final class TenantWriter {

	private final GraphClient graph;
	private final ChangeLog log;

	TenantWriter(GraphClient graph, ChangeLog log) {
		this.graph = graph;
		this.log = log;
	}

	void addKey(PlanItem item, ApplicationState application, KeyCredential added) throws Refusal {
		Map<String, String> ids = Map.of(Ids.APPLICATION_ID, application.objectId(), Ids.KEY_ID, added.keyId(),
				Ids.CERTIFICATE, added.sha256(), Ids.OTHER_KEY_IDS,
				application.keyIds().stream().sorted().collect(Collectors.joining(" "))); //$NON-NLS-1$
		replace(item, ids, adding(application, added));
	}

	/** The list as it is, and one more. */
	static GraphWrite adding(ApplicationState application, KeyCredential added) {
		List<JsonObject> keys = kept(application.keys());
		keys.add(added.json());
		return GraphWrite.keyCredentials(application, keys);
	}

	/** @throws IllegalArgumentException when that key is not there */
	void removeKey(PlanItem item, ApplicationState application, String keyId) throws Refusal {
		Map<String, String> ids = Map.of(Ids.APPLICATION_ID, application.objectId(), Ids.REMOVED_KEY_ID, keyId);
		replace(item, ids, removing(application, keyId));
	}

	/** The list as it is, without that one. */
	static GraphWrite removing(ApplicationState application, String keyId) {
		List<KeyCredential> others = application.keys().stream().filter(key -> !key.keyId().equals(keyId)).toList();
		if (others.size() != application.keys().size() - 1) {
			throw new IllegalArgumentException("Not one of them: " + keyId); //$NON-NLS-1$
		}
		return GraphWrite.keyCredentials(application, kept(others));
	}

	private static List<JsonObject> kept(List<KeyCredential> keys) {
		return new ArrayList<>(keys.stream().map(KeyCredential::untouched).toList());
	}

	/** @param missing ids of app roles by the resource's application id */
	void declare(PlanItem item, ApplicationState application, Map<String, List<String>> missing) throws Refusal {
		String entries = missing.entrySet().stream()
				.flatMap(resource -> resource.getValue().stream().map(role -> resource.getKey() + '/' + role)).sorted()
				.collect(Collectors.joining(" ")); //$NON-NLS-1$
		Map<String, String> ids = Map.of(Ids.APPLICATION_ID, application.objectId(), Ids.ENTRIES, entries);
		replace(item, ids, declaring(application, missing));
	}

	/** The list as it is, and what is missing. */
	static GraphWrite declaring(ApplicationState application, Map<String, List<String>> missing) {
		return GraphWrite.requiredResourceAccess(application, Declaration.extended(application.required(), missing));
	}

	private void replace(PlanItem item, Map<String, String> ids, GraphWrite write) throws Refusal {
		logged(item, ids, () -> {
			graph.write(write);
			return write;
		}, answer -> Map.of());
	}

	PrincipalState createPrincipal(PlanItem item, String appId) throws Refusal {
		return logged(item, Map.of(Ids.APP_ID, appId),
				() -> PrincipalState.of(graph.write(GraphWrite.servicePrincipal(appId),
						ServicePrincipal::createFromDiscriminatorValue)),
				created -> Map.of(Ids.OBJECT_ID, created.id()));
	}

	void grant(PlanItem item, String principalId, Grant grant) throws Refusal {
		Map<String, String> ids = Map.of(Ids.PRINCIPAL_ID, principalId, Ids.RESOURCE_ID, grant.resourceId(),
				Ids.APP_ROLE_ID, grant.roleId());
		logged(item, ids, () -> graph.write(GraphWrite.grant(principalId, grant),
				AppRoleAssignment::createFromDiscriminatorValue), created -> assignment(created.getId()));
	}

	void assignRole(PlanItem item, String principalId, String roleTemplateId) throws Refusal {
		Map<String, String> ids = Map.of(Ids.PRINCIPAL_ID, principalId, Ids.ROLE_TEMPLATE_ID, roleTemplateId);
		logged(item, ids, () -> graph.write(GraphWrite.directoryRole(principalId, roleTemplateId),
				UnifiedRoleAssignment::createFromDiscriminatorValue), created -> assignment(created.getId()));
	}

	/** The application's own request; Microsoft chooses the key id. */
	void rollIn(PlanItem item, Map<String, String> ids, GraphWrite write) throws Refusal {
		logged(item, ids, () -> graph.write(write, com.microsoft.graph.models.KeyCredential::createFromDiscriminatorValue),
				added -> added.getKeyId() == null ? Map.of() : Map.of(Ids.KEY_ID, added.getKeyId().toString()));
	}

	/** The application's own request. */
	void rollOut(PlanItem item, Map<String, String> ids, GraphWrite write) throws Refusal {
		replace(item, ids, write);
	}

	/** Only what this console granted: callers know that by the journal. */
	void revoke(PlanItem item, String principalId, HeldPermission held) throws Refusal {
		Map<String, String> ids = Map.of(Ids.PRINCIPAL_ID, principalId, Ids.REVOKED_ASSIGNMENT_ID, held.assignmentId(),
				Ids.RESOURCE_ID, held.grant().resourceId(), Ids.APP_ROLE_ID, held.grant().roleId());
		replace(item, ids, GraphWrite.revocation(principalId, held.assignmentId()));
	}

	private static Map<String, String> assignment(String id) {
		return Map.of(Ids.ASSIGNMENT_ID, id);
	}

	/** Cancelling is noticed before a write is sent, never afterwards. */
	private <T> T logged(PlanItem item, Map<String, String> ids, Write<T> write, Function<T, Map<String, String>> more)
			throws Refusal {
		ChangeLog.Begun begun = log.begin(item.id(), item.title(), ids);
		try {
			T answer = write.send();
			begun.done(more.apply(answer));
			return answer;
		} catch (Refusal e) {
			if (e.saysNotDone()) {
				begun.failed();
			}
			throw e;
		} catch (OperationCanceledException e) {
			begun.failed();
			throw e;
		}
	}

	/** One request that changes something. */
	@FunctionalInterface
	private interface Write<T> {
		T send() throws Refusal;
	}
}
