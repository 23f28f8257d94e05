package dev.latchkey.tenant.internal.directory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.Account;
import dev.latchkey.tenant.internal.Json;

/** Makes new directory objects of one tenant, complete as Graph answers them. */
public final class Objects {

	private final Catalogue catalogue;
	private final Clock clock;
	private final String tenantId;

	public Objects(Catalogue catalogue, Clock clock, String tenantId) {
		this.catalogue = catalogue;
		this.clock = clock;
		this.tenantId = tenantId;
	}

	JsonObject organization(JsonObject json, List<String> domains) {
		JsonObject organization = catalogue.template("organization");
		organization.addProperty("id", tenantId);
		organization.addProperty("displayName", Json.text(json, "displayName"));
		organization.addProperty("countryLetterCode", Json.text(json, "country"));
		organization.addProperty("createdDateTime", Certificates.time(clock.instant()));
		JsonArray verified = new JsonArray();
		domains.forEach(domain -> verified.add(Json.object("capabilities", "Email, OfficeCommunicationsOnline",
				"isDefault", domain.equals(domains.get(0)), "isInitial", domain.endsWith(".onmicrosoft.com"), "name",
				domain, "type", "Managed")));
		organization.add("verifiedDomains", verified);
		return organization;
	}

	JsonObject sku(JsonObject json, List<Account> accounts) {
		String skuId = id("sku");
		JsonArray plans = new JsonArray();
		Json.strings(json, "services").forEach(name -> plans.add(Json.object("servicePlanId", id(name),
				"servicePlanName", name, "provisioningStatus", "Success", "appliesTo", "User")));
		return Json.object("accountName", Json.text(json, "displayName"), "accountId", tenantId, "appliesTo", "User",
				"capabilityStatus", "Enabled", "consumedUnits", accounts.stream().filter(Account::licensed).count(),
				"id", tenantId + '_' + skuId, "skuId", skuId, "skuPartNumber", "SPE_E5", "subscriptionIds",
				Json.array(id("subscription")), "prepaidUnits",
				Json.object("enabled", 25, "suspended", 0, "warning", 0, "lockedOut", 0), "servicePlans", plans);
	}

	/** @return the tenant's policy; with a limit it is enabled */
	public JsonObject policy(Optional<String> maxLifetime) {
		JsonObject policy = catalogue.template("policy");
		policy.addProperty("id", id("policy"));
		policy.addProperty("isEnabled", maxLifetime.isPresent());
		maxLifetime.ifPresent(limit -> Json.child(policy, "applicationRestrictions").add("keyCredentials",
				Json.array(Json.object("restrictionType", "asymmetricKeyLifetime", "maxLifetime", limit,
						"restrictForAppsCreatedAfterDateTime", "2014-10-19T10:37:00Z", "state", "enabled",
						"excludeActors", null))));
		return policy;
	}

	/** @return a policy that is assigned to one application; without a limit it takes the tenant's limit away */
	JsonObject assignedPolicy(String applicationId, String maxLifetime) {
		boolean limited = maxLifetime.startsWith("P");
		JsonObject restriction = Json.object("restrictionType", "asymmetricKeyLifetime", "maxLifetime",
				limited ? maxLifetime : null, "restrictForAppsCreatedAfterDateTime", "2014-10-19T10:37:00Z", "state",
				limited ? "enabled" : "disabled", "excludeActors", null);
		return Json.object("id", id(applicationId + "policy"), "applicationId", applicationId, "policy",
				Json.object("id", id(applicationId + "policy"), "deletedDateTime", null, "displayName",
						"Policy of one application", "description", "", "isEnabled", true, "restrictions",
						Json.object("passwordCredentials", new JsonArray(), "keyCredentials", Json.array(restriction),
								"applicationRestrictions", null)));
	}

	JsonObject owner(String applicationId, Account account) {
		return Json.object("id", id(applicationId + account.id()), "applicationId", applicationId, "userId", account.id());
	}

	JsonObject user(Account account) {
		JsonObject user = catalogue.template("user");
		user.addProperty("id", account.id());
		user.addProperty("displayName", account.displayName());
		user.addProperty("givenName", account.displayName().split(" ")[0]);
		user.addProperty("surname", account.displayName().replaceFirst("^\\S+\\s*", ""));
		user.addProperty("userPrincipalName", account.userPrincipalName());
		user.addProperty("mail", account.licensed() ? account.userPrincipalName() : null);
		return user;
	}

	JsonObject application(JsonObject json, String domain, List<JsonObject> certificates) {
		JsonObject application = catalogue.template("application");
		application.addProperty("id", Json.string(json, "id").orElseThrow());
		application.addProperty("appId", Json.string(json, "appId").orElseThrow());
		application.addProperty("displayName", Json.text(json, "displayName"));
		application.addProperty("createdDateTime", Certificates.time(clock.instant()));
		application.addProperty("publisherDomain", domain);
		if (json.has("publicClient")) {
			application.addProperty("isFallbackPublicClient", json.get("publicClient").getAsBoolean());
		}
		application.add("keyCredentials", Json.array(certificates));
		return application;
	}

	/** @return the service principal of an application of this tenant */
	public JsonObject servicePrincipal(JsonObject application, String id) {
		JsonObject principal = catalogue.template("servicePrincipal");
		principal.addProperty("id", id);
		principal.add("appId", application.get("appId"));
		principal.add("displayName", application.get("displayName"));
		principal.add("appDisplayName", application.get("displayName"));
		principal.addProperty("appOwnerOrganizationId", tenantId);
		principal.add("servicePrincipalNames", Json.array(application.get("appId")));
		principal.add("appRoles", application.get("appRoles").deepCopy());
		principal.add("tags", Json.array("WindowsAzureActiveDirectoryIntegratedApp"));
		return principal;
	}

	public JsonObject appRoleAssignment(JsonObject principal, JsonObject resource, String appRoleId) {
		return Json.object("id", newId(), "deletedDateTime", null, "appRoleId", appRoleId, "createdDateTime",
				clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(), "principalDisplayName",
				Json.text(principal, "displayName"), "principalId", Json.text(principal, "id"), "principalType", "ServicePrincipal", "resourceDisplayName",
				Json.text(resource, "displayName"), "resourceId", Json.text(resource, "id"));
	}

	/** @return assignment of a directory role by its name */
	public JsonObject roleAssignment(String principalId, String role) {
		return Json.object("id", newId(), "principalId", principalId, "directoryScopeId", "/", "roleDefinitionId",
				catalogue.role(role));
	}

	private static String newId() {
		byte[] id = new byte[32];
		new SecureRandom().nextBytes(id);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
	}

	private String id(String name) {
		return UUID.nameUUIDFromBytes((tenantId + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8))
				.toString();
	}
}
