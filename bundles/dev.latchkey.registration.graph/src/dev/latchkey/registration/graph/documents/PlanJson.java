package dev.latchkey.registration.graph.documents;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.GraphRequest;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Thumbprint;

/** A plan for programs; the members are documented in {@code docs/command-line.md} and stay. */
final class PlanJson {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

	/** By class and not by its name, which may change. */
	private static final Map<Class<? extends PlanItem>, String> KINDS = Map.of(PlanItem.AddCertificate.class, "certificate", //$NON-NLS-1$
			PlanItem.RemoveCertificate.class, "removal", PlanItem.CreateServicePrincipal.class, "servicePrincipal", //$NON-NLS-1$ //$NON-NLS-2$
			PlanItem.DeclarePermissions.class, "declaration", PlanItem.GrantPermission.class, "grant", //$NON-NLS-1$ //$NON-NLS-2$
			PlanItem.AssignDirectoryRole.class, "directoryRole", PlanItem.RevokePermission.class, "revocation"); //$NON-NLS-1$ //$NON-NLS-2$

	private PlanJson() {
	}

	static String text(RegistrationPlan plan) {
		return GSON.toJson(json(plan)) + '\n';
	}

	private static JsonObject json(RegistrationPlan plan) {
		JsonObject json = new JsonObject();
		request(json, plan.request());
		JsonObject application = new JsonObject();
		application.addProperty("applicationId", plan.request().applicationId()); //$NON-NLS-1$
		application.addProperty("objectId", plan.applicationObjectId()); //$NON-NLS-1$
		application.addProperty("name", plan.applicationName()); //$NON-NLS-1$
		application.add("certificates", array(plan.certificates(), PlanJson::existing)); //$NON-NLS-1$
		application.add("extraPermissions", array(plan.application().extras(), PlanJson::extra)); //$NON-NLS-1$
		json.add("application", application); //$NON-NLS-1$
		json.add("policy", plan.policy().map(PlanJson::policy).orElse(JsonNull.INSTANCE)); //$NON-NLS-1$
		json.addProperty("changesAnything", plan.changesAnything()); //$NON-NLS-1$
		json.add("continues", optional(plan.continues().map(UUID::toString))); //$NON-NLS-1$
		json.add("items", array(plan.items(), PlanJson::item)); //$NON-NLS-1$
		return json;
	}

	private static void request(JsonObject json, RegistrationRequest request) {
		Tenant tenant = request.tenant();
		JsonObject organization = new JsonObject();
		organization.addProperty("tenantId", tenant.id()); //$NON-NLS-1$
		organization.addProperty("domain", tenant.domain()); //$NON-NLS-1$
		organization.addProperty("cloud", tenant.cloud().id()); //$NON-NLS-1$
		json.add("organization", organization); //$NON-NLS-1$
		json.add("services", array(request.services().stream().sorted().toList(), service -> new JsonPrimitive(service.name()))); //$NON-NLS-1$
		json.add("account", optional(request.account())); //$NON-NLS-1$
		X509Certificate certificate = request.certificate().certificate();
		JsonObject ours = new JsonObject();
		ours.addProperty("sha1", Thumbprint.hex(certificate)); //$NON-NLS-1$
		ours.addProperty("subject", certificate.getSubjectX500Principal().getName()); //$NON-NLS-1$
		ours.addProperty("notBefore", certificate.getNotBefore().toInstant().toString()); //$NON-NLS-1$
		ours.addProperty("notAfter", certificate.getNotAfter().toInstant().toString()); //$NON-NLS-1$
		json.add("certificate", ours); //$NON-NLS-1$
		PermissionProfile profile = request.profile();
		JsonObject asked = new JsonObject();
		asked.addProperty("id", profile.id()); //$NON-NLS-1$
		asked.addProperty("name", profile.name()); //$NON-NLS-1$
		asked.addProperty("vendor", profile.vendor()); //$NON-NLS-1$
		json.add("profile", asked); //$NON-NLS-1$
	}

	private static JsonElement existing(ExistingCertificate certificate) {
		JsonObject json = new JsonObject();
		json.addProperty("keyId", certificate.keyId()); //$NON-NLS-1$
		json.addProperty("displayName", certificate.displayName()); //$NON-NLS-1$
		json.addProperty("sha1", certificate.thumbprint()); //$NON-NLS-1$
		json.add("notAfter", optional(certificate.ends().map(Instant::toString))); //$NON-NLS-1$
		return json;
	}

	private static JsonElement extra(ExtraPermission extra) {
		JsonObject json = new JsonObject();
		json.addProperty("resource", extra.resource()); //$NON-NLS-1$
		json.addProperty("value", extra.value()); //$NON-NLS-1$
		return json;
	}

	private static JsonElement policy(CredentialPolicy policy) {
		JsonObject json = new JsonObject();
		json.addProperty("name", policy.name()); //$NON-NLS-1$
		json.add("longestLifetime", optional(policy.longestLifetime().map(Duration::toString))); //$NON-NLS-1$
		json.addProperty("trustedIssuers", policy.trustedIssuers()); //$NON-NLS-1$
		return json;
	}

	private static JsonElement item(PlanItem item) {
		JsonObject json = new JsonObject();
		json.addProperty("id", item.id()); //$NON-NLS-1$
		json.addProperty("kind", KINDS.get(item.getClass())); //$NON-NLS-1$
		json.addProperty("status", item.state().name()); //$NON-NLS-1$
		json.addProperty("title", item.title()); //$NON-NLS-1$
		json.addProperty("why", item.reason()); //$NON-NLS-1$
		json.addProperty("role", item.standing().role()); //$NON-NLS-1$
		json.add("obstacle", item.obstacle().map(PlanJson::obstacle).orElse(JsonNull.INSTANCE)); //$NON-NLS-1$
		json.add("requests", array(item.standing().requests(), PlanJson::request)); //$NON-NLS-1$
		return json;
	}

	private static JsonElement obstacle(Failure failure) {
		JsonObject json = new JsonObject();
		json.addProperty("reason", failure.reason().name()); //$NON-NLS-1$
		json.addProperty("message", failure.sentence()); //$NON-NLS-1$
		json.addProperty("code", failure.code()); //$NON-NLS-1$
		return json;
	}

	private static JsonElement request(GraphRequest request) {
		JsonObject json = new JsonObject();
		json.addProperty("method", request.method()); //$NON-NLS-1$
		json.addProperty("address", request.address().toString()); //$NON-NLS-1$
		json.add("body", body(request.body())); //$NON-NLS-1$
		return json;
	}

	private static JsonElement body(String text) {
		try {
			return text.isBlank() ? JsonNull.INSTANCE : JsonParser.parseString(text);
		} catch (JsonParseException e) {
			return new JsonPrimitive(text);
		}
	}

	private static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> json) {
		JsonArray array = new JsonArray();
		values.forEach(value -> array.add(json.apply(value)));
		return array;
	}

	private static JsonElement optional(Optional<String> text) {
		return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
	}
}
