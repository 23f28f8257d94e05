package dev.latchkey.connection.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;

/** The files' format. Members are read by name, so that adding one is no new schema. */
final class ConnectionJson {

	static final int SCHEMA = 2;

	private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	String write(Connection connection) {
		JsonObject json = new JsonObject();
		json.addProperty("schema", SCHEMA); //$NON-NLS-1$
		json.addProperty("revision", connection.revision()); //$NON-NLS-1$
		json.addProperty("id", connection.id().toString()); //$NON-NLS-1$
		json.addProperty("name", connection.name()); //$NON-NLS-1$
		json.addProperty("cloud", connection.cloudId()); //$NON-NLS-1$
		json.addProperty("tenantId", connection.tenantId()); //$NON-NLS-1$
		json.addProperty("domain", connection.domain()); //$NON-NLS-1$
		connection.account().ifPresent(account -> json.addProperty("account", account)); //$NON-NLS-1$
		json.addProperty("applicationId", connection.applicationId()); //$NON-NLS-1$
		connection.applicationObjectId().ifPresent(id -> json.addProperty("applicationObjectId", id)); //$NON-NLS-1$
		json.addProperty("certificate", connection.certificate().toString()); //$NON-NLS-1$
		json.addProperty("certificateEnds", connection.certificateEnds().toString()); //$NON-NLS-1$
		json.add("retired", array(connection.retired().stream().map(ConnectionJson::retired))); //$NON-NLS-1$
		json.add("services", names(connection.services().stream().map(Service::name))); //$NON-NLS-1$
		json.addProperty("profile", connection.profileId()); //$NON-NLS-1$
		json.add("proof", proof(connection.proof())); //$NON-NLS-1$
		return gson.toJson(json) + '\n';
	}

	private static JsonObject retired(RetiredCertificate retired) {
		JsonObject json = new JsonObject();
		json.addProperty("certificate", retired.certificate().toString()); //$NON-NLS-1$
		json.addProperty("sha1", retired.sha1()); //$NON-NLS-1$
		json.addProperty("ends", retired.ends().toString()); //$NON-NLS-1$
		json.addProperty("retired", retired.retired().toString()); //$NON-NLS-1$
		return json;
	}

	private static JsonObject proof(Proof proof) {
		JsonObject json = new JsonObject();
		json.addProperty("state", proof.state().name()); //$NON-NLS-1$
		proof.verified().ifPresent(time -> json.addProperty("verified", time.toString())); //$NON-NLS-1$
		json.add("met", names(proof.met().stream())); //$NON-NLS-1$
		proof.failure().ifPresent(failure -> json.add("failure", failure(failure))); //$NON-NLS-1$
		return json;
	}

	private static JsonObject failure(Failure failure) {
		JsonObject json = new JsonObject();
		json.addProperty("reason", failure.reason().name()); //$NON-NLS-1$
		json.add("arguments", array(failure.arguments().stream().map(JsonPrimitive::new))); //$NON-NLS-1$
		json.addProperty("code", failure.code()); //$NON-NLS-1$
		json.addProperty("correlationId", failure.correlationId()); //$NON-NLS-1$
		json.addProperty("time", failure.time().toString()); //$NON-NLS-1$
		return json;
	}

	/**
	 * @return empty when a later version wrote the text
	 * @throws JsonParseException when the text is not a connection
	 */
	Optional<Connection> read(String text) {
		try {
			JsonObject json = JsonParser.parseString(text).getAsJsonObject();
			if (member(json, "schema").getAsInt() > SCHEMA) { //$NON-NLS-1$
				return Optional.empty();
			}
			return Optional.of(connection(json));
		} catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException
				| DateTimeException e) {
			throw new JsonParseException(e);
		}
	}

	private static Connection connection(JsonObject json) {
		boolean first = member(json, "schema").getAsInt() == 1; //$NON-NLS-1$
		Set<Service> services = elements(member(json, "services")) //$NON-NLS-1$
				.map(name -> Service.valueOf(name.getAsString())).collect(Collectors.toSet());
		return new Connection(UUID.fromString(text(json, "id")), first ? 1 : member(json, "revision").getAsLong(), //$NON-NLS-1$ //$NON-NLS-2$
				text(json, "name"), text(json, "cloud"), text(json, "tenantId"), text(json, "domain"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				optional(json, "account"), text(json, "applicationId"), optional(json, "applicationObjectId"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				CertificateReference.parse(text(json, "certificate")), Instant.parse(text(json, "certificateEnds")), //$NON-NLS-1$ //$NON-NLS-2$
				first ? List.of() : elements(member(json, "retired")).map(ConnectionJson::readRetired).toList(), //$NON-NLS-1$
				services, optional(json, "profile").orElse(""), //$NON-NLS-1$ //$NON-NLS-2$
				first ? firstProof(json) : readProof(member(json, "proof").getAsJsonObject())); //$NON-NLS-1$
	}

	private static RetiredCertificate readRetired(JsonElement element) {
		JsonObject json = element.getAsJsonObject();
		return new RetiredCertificate(CertificateReference.parse(text(json, "certificate")), text(json, "sha1"), //$NON-NLS-1$ //$NON-NLS-2$
				Instant.parse(text(json, "ends")), Instant.parse(text(json, "retired"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Schema 1 had only these two, beside the rest. */
	private static Proof firstProof(JsonObject json) {
		return new Proof(State.valueOf(text(json, "state")), optional(json, "verified").map(Instant::parse), Set.of(), //$NON-NLS-1$ //$NON-NLS-2$
				Optional.empty());
	}

	private static Proof readProof(JsonObject json) {
		return new Proof(State.valueOf(text(json, "state")), optional(json, "verified").map(Instant::parse), //$NON-NLS-1$ //$NON-NLS-2$
				elements(member(json, "met")).map(JsonElement::getAsString).collect(Collectors.toSet()), //$NON-NLS-1$
				Optional.ofNullable(json.get("failure")).map(JsonElement::getAsJsonObject).map(ConnectionJson::readFailure)); //$NON-NLS-1$
	}

	private static Failure readFailure(JsonObject json) {
		return new Failure(Reason.valueOf(text(json, "reason")), //$NON-NLS-1$
				elements(member(json, "arguments")).map(JsonElement::getAsString).toList(), text(json, "code"), //$NON-NLS-1$ //$NON-NLS-2$
				text(json, "correlationId"), Instant.parse(text(json, "time"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Stream<JsonElement> elements(JsonElement array) {
		return array.getAsJsonArray().asList().stream();
	}

	private static JsonArray names(Stream<String> names) {
		return array(names.sorted().map(JsonPrimitive::new));
	}

	private static JsonArray array(Stream<? extends JsonElement> elements) {
		JsonArray array = new JsonArray();
		elements.forEach(array::add);
		return array;
	}

	private static String text(JsonObject json, String name) {
		return member(json, name).getAsString();
	}

	private static Optional<String> optional(JsonObject json, String name) {
		return Optional.ofNullable(json.get(name)).map(JsonElement::getAsString);
	}

	private static JsonElement member(JsonObject json, String name) {
		JsonElement element = json.get(name);
		if (element == null) {
			throw new JsonParseException("No member " + name); //$NON-NLS-1$
		}
		return element;
	}
}
