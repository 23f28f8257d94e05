package dev.latchkey.tenant.internal.entra;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Request;

/** Gives tokens for device codes, authorization codes, refresh tokens and client assertions. */
final class TokenEndpoint {

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
	/** A client may be led here from a production address; then its assertion names that one. */
	private static final List<String> PRODUCTION = List.of("https://login.microsoftonline.com",
			"https://login.microsoftonline.us", "https://login.partner.microsoftonline.cn");

	private final TenantFinder tenants;
	private final SignIn signIn;
	private final DeviceCodeStore deviceCodes;
	private final BrowserFlow browser;
	private final TokenIssuer issuer;
	private final AssertionVerifier verifier;
	private final Resources resources;
	private final URI authority;

	TokenEndpoint(TenantFinder tenants, SignIn signIn, DeviceCodeStore deviceCodes, BrowserFlow browser,
			TokenIssuer issuer, AssertionVerifier verifier, Resources resources, URI authority) {
		this.tenants = tenants;
		this.signIn = signIn;
		this.deviceCodes = deviceCodes;
		this.browser = browser;
		this.issuer = issuer;
		this.verifier = verifier;
		this.resources = resources;
		this.authority = authority;
	}

	Answer answer(Request request, MatchResult path) {
		tenants.signIn(path.group(1));
		Map<String, String> form = request.form();
		String clientId = need(form, "client_id");
		String grantType = need(form, "grant_type");
		JsonObject tokens = switch (grantType) {
		case "urn:ietf:params:oauth:grant-type:device_code", "device_code" -> device(form, clientId, request);
		case "authorization_code" -> issuer.forUser(browser.redeem(form, clientId), request.base());
		case "refresh_token" -> refresh(form, clientId, request);
		case "client_credentials" -> application(request, tenants.tenant(path.group(1)), form, clientId);
		default -> throw EntraError.of(70003, grantType);
		};
		return EntraAnswer.json(request, 200, tokens);
	}

	private JsonObject device(Map<String, String> form, String clientId, Request request) {
		DeviceCode code = deviceCodes.redeem(form.getOrDefault("device_code", form.getOrDefault("code", "")), clientId);
		Tenant tenant = signIn.tenant(code.tenant, code.account, clientId);
		return issuer.forUser(new UserGrant(tenant, code.account, clientId, code.scope, ""), request.base());
	}

	private JsonObject refresh(Map<String, String> form, String clientId, Request request) {
		UserGrant grant = issuer.refresh(need(form, "refresh_token")).filter(g -> g.clientId().equals(clientId))
				.orElseThrow(() -> EntraError.of(70000, "refresh_token"));
		return issuer.forUser(grant.withScope(form.getOrDefault("scope", grant.scope()) + " offline_access openid"),
				request.base());
	}

	private JsonObject application(Request request, Tenant tenant, Map<String, String> form, String clientId) {
		Snapshot directory = tenant.directory().readForTokens();
		JsonObject application = directory.byAppId(Table.APPLICATIONS, clientId)
				.orElseThrow(() -> EntraError.of(700016, clientId, tenant.displayName()));
		if (!ASSERTION.equals(form.get("client_assertion_type"))) {
			throw EntraError.of(form.containsKey("client_secret") ? 7000215 : 7000218);
		}
		JsonObject principal = directory.byAppId(Table.SERVICE_PRINCIPALS, clientId)
				.orElseThrow(() -> EntraError.of(7000229, clientId, tenant.id()));
		verifier.verify(form.getOrDefault("client_assertion", ""), application, audiences(request, tenant));
		if (!principal.get("accountEnabled").getAsBoolean()) {
			throw EntraError.of(7000112, clientId, Json.text(application, "displayName"));
		}
		String scope = need(form, "scope");
		Resources.Wanted wanted = resources.wanted(scope);
		if (!wanted.permissions().equals(List.of(".default"))) {
			throw EntraError.of(1002012, scope);
		}
		return issuer.forApplication(tenant, principal, wanted.resource(), claims(form));
	}

	private static Optional<ClaimsRequest> claims(Map<String, String> form) {
		return Optional.ofNullable(form.get("claims"))
				.map(json -> ClaimsRequest.parse(json).orElseThrow(() -> EntraError.of(9002313)));
	}

	private List<String> audiences(Request request, Tenant tenant) {
		List<String> names = Stream.concat(Stream.of(tenant.id()), tenant.domains().stream()).toList();
		Stream<String> bases = Stream.concat(Stream.of(request.base(), authority.toString()), PRODUCTION.stream());
		return bases.flatMap(base -> names.stream().flatMap(name -> Stream.of(base + '/' + name + "/oauth2/v2.0/token",
				base + '/' + name + "/oauth2/token", base + '/' + name + "/v2.0"))).toList();
	}

	private static String need(Map<String, String> form, String name) {
		return Optional.ofNullable(form.get(name)).filter(v -> !v.isBlank())
				.orElseThrow(() -> EntraError.of(900144, name));
	}
}
