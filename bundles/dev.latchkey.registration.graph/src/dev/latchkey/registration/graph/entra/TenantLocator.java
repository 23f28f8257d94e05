package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Answers;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Finds a tenant by the OpenID configuration that its cloud publishes for each of its domains. */
public final class TenantLocator {

	private final Operation operation;
	private final Cloud cloud;
	private final String domain;
	private final Set<Cloud> known;
	private final EntraFaults faults;

	/** @param known clouds, beside Microsoft's own, that the answer may name as the tenant's home */
	public TenantLocator(Operation operation, Cloud cloud, String domain, List<Cloud> known) {
		this.operation = operation;
		this.cloud = cloud;
		this.domain = domain;
		this.known = new LinkedHashSet<>(known);
		this.known.addAll(MicrosoftClouds.ALL);
		this.faults = new EntraFaults(TenantLocator::reason, this::arguments);
	}

	/** @throws Refusal {@link Reason#WRONG_CLOUD} too */
	public Tenant locate() throws Refusal {
		Tenant found = find();
		if (!found.cloud().equals(cloud)) {
			throw refusal(Reason.WRONG_CLOUD, domain, cloud.name(), found.cloud().name());
		}
		return found;
	}

	/** @return the tenant with the cloud that the answer names as its home, which may be another than was asked */
	public Tenant find() throws Refusal {
		JsonObject configuration = Retry.call(operation, this::configuration);
		String id = tenantId(text(configuration, "issuer")); //$NON-NLS-1$
		return new Tenant(otherCloud(configuration).orElse(cloud), id, domain);
	}

	/** Whatever else the login endpoint dislikes about a domain, there is no tenant of that name. */
	private static Reason reason(EntraError error) {
		Reason reason = EntraCodes.anybody(error);
		return reason == Reason.UNKNOWN && error.status() == 400 ? Reason.TENANT_NOT_FOUND : reason;
	}

	private List<String> arguments(Reason reason) {
		boolean known = reason == Reason.TENANT_NOT_FOUND || reason == Reason.WRONG_CLOUD;
		return known ? List.of(domain, cloud.name()) : List.of();
	}

	private JsonObject configuration() throws Refusal {
		HttpUrl url = HttpUrl.get(cloud.authority()).newBuilder().addPathSegment(domain)
				.addPathSegments("v2.0/.well-known/openid-configuration").build(); //$NON-NLS-1$
		Request request = new Request.Builder().url(url).header("Accept", "application/json").build(); //$NON-NLS-1$ //$NON-NLS-2$
		try (Response response = operation.reads().newCall(request).execute()) {
			String body = Answers.text(response);
			if (!response.isSuccessful()) {
				throw new EntraException(EntraError.of(response.code(), response.headers(), body));
			}
			return JsonParser.parseString(body).getAsJsonObject();
		} catch (JsonParseException | IllegalStateException e) {
			throw refusal(Reason.NOT_JSON, url.host());
		} catch (IOException e) {
			throw faults.translate(e);
		}
	}

	/** The one of the other clouds that the answer names as the tenant's home. */
	private Optional<Cloud> otherCloud(JsonObject configuration) {
		String scope = text(configuration, "tenant_region_sub_scope"); //$NON-NLS-1$
		String graph = text(configuration, "msgraph_host"); //$NON-NLS-1$
		if (graph.equalsIgnoreCase(cloud.graph().getAuthority())) {
			graph = ""; //$NON-NLS-1$
		}
		Optional<Cloud> home = switch (scope) {
		case "DOD" -> Optional.of(MicrosoftClouds.DOD); //$NON-NLS-1$
		case "DODCON" -> Optional.of(MicrosoftClouds.GCC_HIGH); //$NON-NLS-1$
		default -> byHosts(graph, text(configuration, "cloud_instance_name")); //$NON-NLS-1$
		};
		return home.filter(other -> !other.equals(cloud));
	}

	/** Two clouds share a login endpoint, so the host of Microsoft Graph tells more. */
	private Optional<Cloud> byHosts(String graph, String instance) {
		Optional<Cloud> byGraph = known.stream().filter(other -> is(other.graph(), graph)).findFirst();
		return byGraph.or(() -> known.stream()
				.filter(other -> !other.authority().equals(cloud.authority()) && is(other.authority(), instance))
				.findFirst());
	}

	/** The name of an instance is that of its login endpoint, or ends it. */
	private static boolean is(URI endpoint, String name) {
		return endpoint.getAuthority().equalsIgnoreCase(name)
				|| !name.isEmpty() && endpoint.getHost().endsWith('.' + name.toLowerCase(Locale.ROOT));
	}

	/** The issuer is {@code https://…/{tenant id}/v2.0}. */
	private String tenantId(String issuer) throws Refusal {
		try {
			String[] path = URI.create(issuer).getPath().split("/"); //$NON-NLS-1$
			return UUID.fromString(path[1]).toString().toLowerCase(Locale.ROOT);
		} catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
			throw refusal(Reason.TENANT_NOT_FOUND, domain, cloud.name());
		}
	}

	private Refusal refusal(Reason reason, String... arguments) {
		return new Refusal(Failure.of(reason, arguments), 0, Optional.empty(), null);
	}

	private static String text(JsonObject json, String name) {
		JsonElement element = json.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : ""; //$NON-NLS-1$
	}
}
