package dev.latchkey.tenant.internal.entra;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;

/** Reads scopes and finds the resource that they mean. */
public final class Resources {

	private static final Set<String> OPENID = Set.of("openid", "profile", "email", "offline_access");
	private static final String GRAPH = "Microsoft Graph";
	private static final String EXCHANGE = "Office 365 Exchange Online";
	private static final String SHAREPOINT = "Office 365 SharePoint Online";

	/**
	 * What a client asks for.
	 *
	 * @param resource
	 *            the resource as the client names it
	 * @param permissions
	 *            permissions of it, {@code .default} for all
	 */
	record Wanted(String resource, List<String> permissions) {
	}

	private final Catalogue catalogue;
	private final Endpoints endpoints;

	public Resources(Catalogue catalogue, Endpoints endpoints) {
		this.catalogue = catalogue;
		this.endpoints = endpoints;
	}

	/** @return what that scope asks for; Graph where it names no resource */
	Wanted wanted(String scope) {
		List<String> parts = Stream.of(scope.trim().split("\\s+")).filter(s -> !s.isEmpty() && !OPENID.contains(s))
				.toList();
		List<String> resources = parts.stream().map(Resources::resource).distinct().toList();
		if (resources.size() > 1) {
			throw EntraError.of(28000, scope);
		}
		return new Wanted(resources.isEmpty() ? "https://graph.microsoft.com" : resources.get(0),
				parts.stream().map(s -> s.substring(s.lastIndexOf('/') + 1)).toList());
	}

	/**
	 * @return service principal of that resource in a tenant
	 * @throws EntraError
	 *             if the tenant has none, or it is disabled
	 */
	JsonObject principal(Tenant tenant, Snapshot directory, String resource) {
		JsonObject principal = catalogue.resourceNames().filter(name -> means(name, resource)).findFirst()
				.map(catalogue::appId).flatMap(id -> directory.byAppId(Table.SERVICE_PRINCIPALS, id))
				.or(() -> named(directory, resource))
				.orElseThrow(() -> EntraError.of(500011, resource, tenant.displayName()));
		if (!principal.get("accountEnabled").getAsBoolean()) {
			throw EntraError.of(500014, resource);
		}
		return principal;
	}

	/** @return whether that audience means Microsoft Graph */
	public boolean isGraph(String audience) {
		return means(GRAPH, audience);
	}

	/** @return whether that audience means Exchange Online */
	public boolean isExchange(String audience) {
		return means(EXCHANGE, audience);
	}

	/** @return whether that audience means SharePoint Online */
	public boolean isSharePoint(String audience) {
		return means(SHAREPOINT, audience);
	}

	private boolean means(String name, String resource) {
		String plain = trimmed(resource);
		return plain.equals(catalogue.appId(name)) || plain.equals(own(name))
				|| catalogue.addresses(name).anyMatch(plain::equals)
				|| name.equals(SHAREPOINT) && plain.matches("https://[a-z0-9-]+\\.sharepoint(-mil)?\\.(com|us|cn|de)");
	}

	private String own(String name) {
		return switch (name) {
		case GRAPH -> endpoints.graph().toString();
		case EXCHANGE -> endpoints.exchange().toString();
		default -> endpoints.sharepoint().toString();
		};
	}

	private static Optional<JsonObject> named(Snapshot directory, String resource) {
		return directory.first(Table.SERVICE_PRINCIPALS,
				p -> Json.strings(p, "servicePrincipalNames").anyMatch(trimmed(resource)::equalsIgnoreCase));
	}

	private static String resource(String scope) {
		int slash = scope.lastIndexOf('/');
		return slash < 0 ? "https://graph.microsoft.com" : scope.substring(0, slash);
	}

	private static String trimmed(String resource) {
		return resource.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
	}
}
