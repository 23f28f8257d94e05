package dev.latchkey.tenant.internal.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;

/** Fills a directory with what a scenario says about one tenant. */
final class TenantReader {

	/** Nobody uses this key; it only has to be a real one, and making it takes time. */
	private static final class ForeignKeys {

		static final KeyPair KEYS = make();

		private static KeyPair make() {
			try {
				return Certificates.rsa();
			} catch (GeneralSecurityException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	private final Clock clock;
	private final Catalogue catalogue;

	TenantReader(Clock clock, Catalogue catalogue) {
		this.clock = clock;
		this.catalogue = catalogue;
	}

	Tenant read(JsonObject json) throws GeneralSecurityException {
		String tenantId = Json.string(json, "id").orElseThrow();
		Directory directory = new Directory(clock);
		Objects objects = new Objects(catalogue, clock, tenantId);
		List<String> domains = Json.strings(json, "domains").toList();
		List<Account> accounts = accounts(Json.child(json, "accounts"), tenantId);
		Map<String, String> applicationIds = new LinkedHashMap<>();
		Map<String, List<JsonObject>> certificates = certificates(Json.child(json, "applications"));
		directory.change(change -> {
			change.put(Table.ORGANIZATION, objects.organization(json, domains));
			change.put(Table.SKUS, objects.sku(json, accounts));
			change.put(Table.POLICY, objects.policy(Json.string(json, "maxCertificateLifetime")));
			Json.strings(json, "resources")
					.forEach(r -> change.put(Table.SERVICE_PRINCIPALS, catalogue.resourcePrincipal(r, tenantId)));
			accounts.forEach(a -> change.put(Table.USERS, objects.user(a)));
			roles(change, objects, Json.child(json, "accounts"), accounts);
			JsonObject applications = Json.child(json, "applications");
			for (String name : applications.keySet()) {
				JsonObject application = applications.getAsJsonObject(name);
				applicationIds.put(name, Json.text(application, "appId"));
				application(change, objects, application, domains.get(0), certificates.get(name));
				relations(change, objects, application, accounts);
			}
			return null;
		});
		directory.settle();
		return new Tenant(tenantId, Json.text(json, "displayName"), domains, Json.text(json, "region"), accounts,
				Map.copyOf(applicationIds), Mailboxes.read(Json.child(json, "exchange")), directory);
	}

	private static List<Account> accounts(JsonObject json, String tenantId) {
		return json.keySet().stream().map(name -> {
			JsonObject account = json.getAsJsonObject(name);
			String id = UUID.nameUUIDFromBytes((tenantId + name).getBytes(StandardCharsets.UTF_8)).toString();
			boolean licensed = account.has("licensed") && account.get("licensed").getAsBoolean();
			return new Account(name, Json.text(account, "displayName"), id, tenantId, licensed);
		}).toList();
	}

	private static void roles(Directory.Change change, Objects objects, JsonObject json, List<Account> accounts) {
		accounts.forEach(account -> Json.strings(json.getAsJsonObject(account.userPrincipalName()), "roles")
				.forEach(role -> change.put(Table.ROLE_ASSIGNMENTS, objects.roleAssignment(account.id(), role))));
	}

	private Map<String, List<JsonObject>> certificates(JsonObject applications) throws GeneralSecurityException {
		Map<String, List<JsonObject>> all = new LinkedHashMap<>();
		for (String name : applications.keySet()) {
			List<JsonObject> credentials = new ArrayList<>();
			for (JsonObject json : Json.objects(applications.getAsJsonObject(name), "certificates").toList()) {
				credentials.add(certificate(json));
			}
			all.put(name, credentials);
		}
		return all;
	}

	private JsonObject certificate(JsonObject json) throws GeneralSecurityException {
		Instant now = clock.instant();
		var certificate = json.has("pem")
				? Certificates.parse(Json.text(json, "pem").getBytes(StandardCharsets.US_ASCII))
				: Certificates.selfSigned(ForeignKeys.KEYS, Json.text(json, "subject"),
						now.plus(Duration.parse(Json.text(json, "start"))),
						now.plus(Duration.parse(Json.text(json, "end"))));
		JsonObject credential = Certificates.keyCredential(Json.string(json, "keyId").orElseThrow(),
				Json.text(json, "displayName"), certificate);
		return Json.text(json, "identifier").equals("hex") ? Certificates.withTextIdentifier(credential) : credential;
	}

	private void application(Directory.Change change, Objects objects, JsonObject json, String domain,
			List<JsonObject> certificates) {
		JsonObject application = objects.application(json, domain, certificates);
		JsonArray required = new JsonArray();
		JsonObject requires = Json.child(json, "requires");
		requires.keySet().forEach(r -> required.add(required(r, Json.strings(requires, r).toList())));
		application.add("requiredResourceAccess", required);
		change.put(Table.APPLICATIONS, application);
		Json.string(json, "servicePrincipal").ifPresent(id -> {
			boolean enabled = !json.has("enabled") || json.get("enabled").getAsBoolean();
			JsonObject principal = objects.servicePrincipal(application, id);
			principal.addProperty("accountEnabled", enabled);
			change.put(Table.SERVICE_PRINCIPALS, principal);
			JsonObject granted = Json.child(json, "granted");
			granted.keySet().forEach(resource -> Json.strings(granted, resource).forEach(role -> change
					.put(Table.APP_ROLE_ASSIGNMENTS, grant(change.now(), objects, principal, resource, role))));
			Json.strings(json, "roles")
					.forEach(role -> change.put(Table.ROLE_ASSIGNMENTS, objects.roleAssignment(id, role)));
		});
	}

	private static void relations(Directory.Change change, Objects objects, JsonObject json, List<Account> accounts) {
		String id = Json.text(json, "id");
		Json.string(json, "maxCertificateLifetime")
				.ifPresent(limit -> change.put(Table.APP_POLICIES, objects.assignedPolicy(id, limit)));
		List<String> owners = Json.strings(json, "owners").toList();
		accounts.stream().filter(account -> owners.contains(account.userPrincipalName()))
				.forEach(account -> change.put(Table.OWNERS, objects.owner(id, account)));
	}

	private JsonObject required(String resource, List<String> permissions) {
		List<JsonObject> access = permissions.stream().map(p -> Json.object("id", catalogue.permission(resource, p),
				"type", p.startsWith("scope:") ? "Scope" : "Role")).toList();
		return Json.object("resourceAppId", catalogue.appId(resource), "resourceAccess", Json.array(access));
	}

	private JsonObject grant(Snapshot now, Objects objects, JsonObject principal, String resource, String role) {
		JsonObject resourcePrincipal = now.byAppId(Table.SERVICE_PRINCIPALS, catalogue.appId(resource)).orElseThrow();
		return objects.appRoleAssignment(principal, resourcePrincipal, catalogue.permission(resource, role));
	}
}
