package dev.latchkey.tenant.internal.entra;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;

/** Writes tokens with the claims that clients read. */
final class TokenIssuer {

	private static final Duration LIFE = Duration.ofSeconds(3599);
	/** Role template that every member of a directory has. */
	private static final String MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

	private final TokenSigner signer;
	private final Resources resources;
	private final Clock clock;
	private final World.Settings settings;
	private final Map<String, UserGrant> refreshTokens = new ConcurrentHashMap<>();

	TokenIssuer(TokenSigner signer, Resources resources, Clock clock, World.Settings settings) {
		this.settings = settings;
		this.signer = signer;
		this.resources = resources;
		this.clock = clock;
	}

	/** @return answer to a person's client */
	JsonObject forUser(UserGrant grant, String base) {
		Snapshot directory = grant.tenant().directory().readForTokens();
		Resources.Wanted wanted = resources.wanted(grant.scope());
		JsonObject resource = resources.principal(grant.tenant(), directory, wanted.resource());
		List<String> permissions = wanted.permissions().contains(".default")
				? Json.objects(resource, "oauth2PermissionScopes").map(s -> Json.text(s, "value")).toList()
				: Stream.concat(wanted.permissions().stream(), settings.consented().stream()).distinct().toList();
		JsonObject claims = claims(grant.tenant(), wanted.resource(), grant.clientId());
		claims.addProperty("appidacr", "0");
		claims.addProperty("idtyp", "user");
		claims.add("amr", Json.array("pwd", "mfa"));
		person(claims, grant.account());
		claims.addProperty("scp", String.join(" ", permissions));
		if (settings.roleClaims()) {
			List<Object> roles = new ArrayList<>(directoryRoles(directory, grant.account().id()));
			roles.add(MEMBER);
			claims.add("wids", Json.array(roles));
		}
		JsonObject answer = Json.object("token_type", "Bearer", "scope",
				String.join(" ", permissions.stream().map(p -> wanted.resource() + '/' + p).toList()), "expires_in",
				LIFE.toSeconds(), "ext_expires_in", LIFE.toSeconds(), "access_token", signer.sign(claims));
		if (grant.scope().contains("offline_access")) {
			answer.addProperty("refresh_token", refreshToken(grant));
		}
		if (grant.scope().contains("openid")) {
			answer.addProperty("id_token", idToken(grant, base));
		}
		answer.addProperty("client_info", Jwt.encode(
				Json.object("uid", grant.account().id(), "utid", grant.tenant().id())));
		return answer;
	}

	/**
	 * @param wanted
	 *            claims that the token must have
	 * @return answer to an application that proved itself
	 */
	JsonObject forApplication(Tenant tenant, JsonObject principal, String resourceName,
			Optional<ClaimsRequest> wanted) {
		Snapshot directory = tenant.directory().readForTokens();
		JsonObject resource = resources.principal(tenant, directory, resourceName);
		String clientId = Json.text(principal, "appId");
		String id = Json.text(principal, "id");
		JsonObject claims = claims(tenant, resourceName, clientId);
		claims.addProperty("appidacr", "2");
		claims.addProperty("idtyp", "app");
		claims.addProperty("app_displayname", Json.text(principal, "displayName"));
		claims.addProperty("oid", id);
		claims.addProperty("sub", id);
		List<String> roles = roles(directory, id, resource);
		if (!roles.isEmpty()) {
			claims.add("roles", Json.array(roles));
		}
		List<Object> wids = new ArrayList<>(directoryRoles(directory, id));
		wids.add("0997a1d0-0d1d-4acb-b408-d5ca73121e90");
		claims.add("wids", Json.array(wids));
		wanted.ifPresent(request -> request.addTo(claims));
		return Json.object("token_type", "Bearer", "expires_in", LIFE.toSeconds(), "ext_expires_in", LIFE.toSeconds(),
				"access_token", signer.sign(claims));
	}

	/** @return what that refresh token stands for; it keeps its worth, as the real one's predecessors do */
	Optional<UserGrant> refresh(String token) {
		return Optional.ofNullable(refreshTokens.get(token));
	}

	/** @return template ids of a principal's directory roles */
	static List<String> directoryRoles(Snapshot directory, String principalId) {
		return directory.all(Table.ROLE_ASSIGNMENTS).filter(a -> Json.text(a, "principalId").equals(principalId))
				.map(a -> Json.text(a, "roleDefinitionId")).distinct().toList();
	}

	private static List<String> roles(Snapshot directory, String principalId, JsonObject resource) {
		List<String> ids = directory.all(Table.APP_ROLE_ASSIGNMENTS)
				.filter(a -> Json.text(a, "principalId").equals(principalId)
						&& Json.text(a, "resourceId").equals(Json.text(resource, "id")))
				.map(a -> Json.text(a, "appRoleId")).toList();
		return Json.objects(resource, "appRoles").filter(r -> ids.contains(Json.text(r, "id")))
				.map(r -> Json.text(r, "value")).toList();
	}

	private JsonObject claims(Tenant tenant, String audience, String clientId) {
		Instant now = clock.instant();
		return Json.object("aud", audience, "iss", "https://sts.windows.net/" + tenant.id() + '/', "iat",
				now.getEpochSecond(), "nbf", now.getEpochSecond(), "exp", now.plus(LIFE).getEpochSecond(), "appid",
				clientId, "tid", tenant.id(), "tenant_region_scope", tenant.region(), "uti",
				UUID.randomUUID().toString(), "ver", "1.0");
	}

	private static void person(JsonObject claims, Account account) {
		claims.addProperty("oid", account.id());
		claims.addProperty("sub", Jwt.encode(account.id().getBytes(StandardCharsets.US_ASCII)));
		claims.addProperty("name", account.displayName());
		claims.addProperty("upn", account.userPrincipalName());
		claims.addProperty("unique_name", account.userPrincipalName());
	}

	private String idToken(UserGrant grant, String base) {
		Instant now = clock.instant();
		JsonObject claims = Json.object("aud", grant.clientId(), "iss", base + '/' + grant.tenant().id() + "/v2.0",
				"iat", now.getEpochSecond(), "nbf", now.getEpochSecond(), "exp", now.plus(LIFE).getEpochSecond(),
				"name", grant.account().displayName(), "oid", grant.account().id(), "preferred_username",
				grant.account().userPrincipalName(), "sub",
				Jwt.encode(grant.account().id().getBytes(StandardCharsets.US_ASCII)), "tid", grant.tenant().id(),
				"ver", "2.0");
		if (!grant.nonce().isEmpty()) {
			claims.addProperty("nonce", grant.nonce());
		}
		return signer.sign(claims);
	}

	private String refreshToken(UserGrant grant) {
		byte[] token = new byte[48];
		new SecureRandom().nextBytes(token);
		String text = "1." + Jwt.encode(token);
		refreshTokens.put(text, grant);
		return text;
	}
}
