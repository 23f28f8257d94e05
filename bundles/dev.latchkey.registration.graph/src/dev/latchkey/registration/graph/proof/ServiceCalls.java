package dev.latchkey.registration.graph.proof;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;
import dev.latchkey.registration.graph.tenant.Needs;
import okhttp3.HttpUrl;

/**
 * One harmless call to a service, where the profile asks for what the call needs. Microsoft Teams keeps its content in
 * the other two.
 */
final class ServiceCalls {

	/** The permission for Exchange Web Services. */
	private static final String EWS = "full_access_as_app"; //$NON-NLS-1$

	private final Needs needs;
	private final ApplicationTokens tokens;
	private final GraphClient graph;
	private final Operation operation;

	ServiceCalls(Needs needs, ApplicationTokens tokens, GraphClient graph, Operation operation) {
		this.needs = needs;
		this.tokens = tokens;
		this.graph = graph;
		this.operation = operation;
	}

	void call(Service service) throws Refusal {
		RegistrationRequest request = needs.request();
		Cloud cloud = request.tenant().cloud();
		if (service == Service.EXCHANGE && request.account().isPresent() && needsEws()) {
			exchange(cloud, request.account().get());
		}
		if (service == Service.SHAREPOINT && needsSharePoint()) {
			sharePoint(new SharePointCall(operation, graph, cloud));
		}
	}

	private boolean needsEws() {
		return needs.permissions(Service.EXCHANGE).stream()
				.anyMatch(need -> need.resource().equals(Resource.EXCHANGE_ONLINE) && need.value().equals(EWS));
	}

	private boolean needsSharePoint() {
		return needs.permissions(Service.SHAREPOINT).stream()
				.anyMatch(need -> need.resource().equals(Resource.SHAREPOINT_ONLINE));
	}

	private void exchange(Cloud cloud, String account) throws Refusal {
		ExchangeCall call = new ExchangeCall(operation, HttpUrl.get(cloud.exchange()), account);
		String token = tokens.token(Resource.EXCHANGE_ONLINE).value();
		Retry.call(operation, () -> {
			call.run(token);
			return token;
		});
	}

	private void sharePoint(SharePointCall call) throws Refusal {
		HttpUrl root = call.root();
		String address = root.toString();
		String audience = address.endsWith("/") ? address.substring(0, address.length() - 1) : address; //$NON-NLS-1$
		String token = tokens.fresh(audience, Resource.SHAREPOINT_ONLINE.name()).value();
		Retry.call(operation, () -> {
			call.run(root, token);
			return token;
		});
	}
}
