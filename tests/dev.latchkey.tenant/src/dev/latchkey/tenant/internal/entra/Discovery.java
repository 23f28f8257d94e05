package dev.latchkey.tenant.internal.entra;

import java.net.URI;
import java.util.Optional;
import java.util.regex.MatchResult;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Endpoints;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Elsewhere;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** What clients learn before anyone signs in. */
final class Discovery {

	private static final String WORLDWIDE = "login.microsoftonline.com";

	private final TenantFinder tenants;
	private final TokenSigner signer;
	private final Endpoints endpoints;

	Discovery(TenantFinder tenants, TokenSigner signer, Endpoints endpoints) {
		this.tenants = tenants;
		this.signer = signer;
		this.endpoints = endpoints;
	}

	Answer configuration(Request request, MatchResult path) {
		String name = path.group(1);
		Optional<Elsewhere> elsewhere = tenants.configuredElsewhere(name);
		if (elsewhere.isPresent()) {
			return foreign(request, elsewhere.get());
		}
		Optional<Tenant> tenant = tenants.signIn(name);
		String id = tenant.map(Tenant::id).orElse(name);
		JsonObject json = endpoints(request.base(), id, tenant.map(Tenant::id).orElse("{tenantid}"));
		json.addProperty("tenant_region_scope", tenant.map(Tenant::region).orElse(null));
		json.addProperty("cloud_instance_name", request.uri().getRawAuthority().replaceFirst("^login\\.", ""));
		json.addProperty("cloud_graph_host_name", "graph.windows.net");
		json.addProperty("msgraph_host", graphHost(request));
		json.addProperty("rbac_url", "https://pas.windows.net");
		return EntraAnswer.json(request, 200, json);
	}

	Answer keys(Request request, MatchResult path) {
		return EntraAnswer.json(request, 200, signer.keySet());
	}

	Answer instance(Request request, MatchResult path) {
		String endpoint = request.query().getOrDefault("authorization_endpoint", "");
		String[] parts = endpoint.replaceFirst("^https://", "").split("/");
		if (!endpoint.startsWith("https://") || parts.length < 2) {
			throw EntraError.of(50049);
		}
		String host = request.uri().getRawAuthority();
		return EntraAnswer.json(request, 200, Json.object("tenant_discovery_endpoint",
				"https://" + parts[0] + '/' + parts[1] + "/v2.0/.well-known/openid-configuration", "api-version", "1.1",
				"metadata",
				Json.array(metadata(WORLDWIDE, "login.windows.net", WORLDWIDE, "login.windows.net", "login.microsoft.com",
						"sts.windows.net"), metadata(host, host, host))));
	}

	private static JsonObject metadata(String network, String cache, Object... aliases) {
		return Json.object("preferred_network", network, "preferred_cache", cache, "aliases", Json.array(aliases));
	}

	private Answer foreign(Request request, Elsewhere tenant) {
		JsonObject json = endpoints("https://login." + tenant.cloud(), tenant.id(), tenant.id());
		json.addProperty("tenant_region_scope", tenant.region());
		if (!tenant.subRegion().isEmpty()) {
			json.addProperty("tenant_region_sub_scope", tenant.subRegion());
		}
		json.addProperty("cloud_instance_name", tenant.cloud());
		json.addProperty("cloud_graph_host_name", "graph.windows.net");
		json.addProperty("msgraph_host", graphHost(request));
		return EntraAnswer.json(request, 200, json);
	}

	private String graphHost(Request request) {
		URI graph = endpoints.graph();
		return request.uri().getHost().startsWith("login.") ? "graph.microsoft.com" : graph.getRawAuthority();
	}

	private static JsonObject endpoints(String base, String id, String issuer) {
		String oauth = base + '/' + id + "/oauth2/v2.0/";
		return Json.object("token_endpoint", oauth + "token", "token_endpoint_auth_methods_supported",
				Json.array("client_secret_post", "private_key_jwt", "client_secret_basic"), "jwks_uri",
				base + '/' + id + "/discovery/v2.0/keys", "response_modes_supported",
				Json.array("query", "fragment", "form_post"), "subject_types_supported", Json.array("pairwise"),
				"id_token_signing_alg_values_supported", Json.array("RS256"), "response_types_supported",
				Json.array("code"), "scopes_supported", Json.array("openid", "profile", "email", "offline_access"),
				"issuer", base + '/' + issuer + "/v2.0", "request_uri_parameter_supported", false,
				"authorization_endpoint", oauth + "authorize", "device_authorization_endpoint", oauth + "devicecode",
				"http_logout_supported", true, "frontchannel_logout_supported", true, "end_session_endpoint",
				oauth + "logout", "claims_supported", Json.array("sub", "iss", "aud", "exp", "iat", "nonce",
						"preferred_username", "name", "tid", "ver", "email"));
	}
}
