package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.graph.applicationswithappid.ApplicationsWithAppIdRequestBuilder;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;

/** Reads one application, and what holds for it. */
final class ApplicationReader {

	private static final String ONE = "/applications(appId='{appId}')"; //$NON-NLS-1$

	private final GraphClient graph;
	private final RegistrationRequest request;
	private final Retry.Pause pause;

	ApplicationReader(GraphClient graph, RegistrationRequest request, Retry.Pause pause) {
		this.graph = graph;
		this.request = request;
		this.pause = pause;
	}

	ApplicationState application() throws Refusal {
		try {
			return Retry.call(pause, () -> ApplicationState.of(graph.read(applicationRequest())));
		} catch (Refusal e) {
			throw e.status() == 404 ? e.as(notFound(e.failure())) : e;
		}
	}

	private RequestInformation applicationRequest() {
		return new ApplicationsWithAppIdRequestBuilder(graph.root(), graph.adapter(), request.applicationId())
				.toGetRequestInformation(config -> config.queryParameters.select = ApplicationState.SELECT);
	}

	private Failure notFound(Failure failure) {
		return new Failure(Reason.APPLICATION_NOT_FOUND,
				List.of(request.applicationId(), request.tenant().domain()), failure.code(), failure.correlationId(),
				failure.time());
	}

	/** The policy that is assigned to the application, if one is. */
	Rules assignedRules() {
		try {
			JsonObject answer = read(own("/appManagementPolicies")); //$NON-NLS-1$
			for (JsonElement policy : ApplicationState.array(answer, "value")) { //$NON-NLS-1$
				return new Rules(true, Optional.of(policy.getAsJsonObject()));
			}
			return new Rules(true, Optional.empty());
		} catch (Refusal e) {
			return Rules.UNKNOWN;
		}
	}

	/** The tenant's policy for all applications. */
	Rules tenantRules() {
		try {
			return new Rules(true, Optional.of(read(known("/policies/defaultAppManagementPolicy")))); //$NON-NLS-1$
		} catch (Refusal e) {
			return Rules.UNKNOWN;
		}
	}

	/** Whether that person owns the application; false when nobody may know. */
	boolean isOwner(String userName) {
		try {
			return owners().stream().anyMatch(userName::equalsIgnoreCase);
		} catch (Refusal e) {
			return false;
		}
	}

	/** User principal names of the people who own the application. */
	List<String> owners() throws Refusal {
		RequestInformation owners = own("/owners?$select=id,userPrincipalName"); //$NON-NLS-1$
		return ApplicationState.array(read(owners), "value").asList().stream() //$NON-NLS-1$
				.map(owner -> ApplicationState.text(owner.getAsJsonObject(), "userPrincipalName")) //$NON-NLS-1$
				.filter(name -> !name.isEmpty()).toList();
	}

	private JsonObject read(RequestInformation what) throws Refusal {
		return Retry.call(pause, () -> graph.read(what));
	}

	private RequestInformation own(String path) {
		RequestInformation one = known(ONE + path);
		one.pathParameters.put("appId", request.applicationId()); //$NON-NLS-1$
		return one;
	}

	/** Newer kinds of restrictions are named only to who asks for them. */
	private RequestInformation known(String path) {
		RequestInformation read = graph.request(HttpMethod.GET, path);
		read.headers.tryAdd("Prefer", "include-unknown-enum-members"); //$NON-NLS-1$ //$NON-NLS-2$
		return read;
	}

	/**
	 * What was read of a policy.
	 *
	 * @param readable whether it could be read
	 * @param policy   as Graph answers it
	 */
	record Rules(boolean readable, Optional<JsonObject> policy) {
		static final Rules UNKNOWN = new Rules(false, Optional.empty());
	}
}
