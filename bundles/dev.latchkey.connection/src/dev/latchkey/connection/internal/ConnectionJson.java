package dev.latchkey.connection.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Service;

/** The files' format. Members are read by name, so that adding one is no new schema. */
final class ConnectionJson {

	static final int SCHEMA = 1;

	private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	String write(Connection connection) {
		JsonObject json = new JsonObject();
		json.addProperty("schema", SCHEMA); //$NON-NLS-1$
		json.addProperty("id", connection.id().toString()); //$NON-NLS-1$
		json.addProperty("name", connection.name()); //$NON-NLS-1$
		json.addProperty("cloud", connection.cloudId()); //$NON-NLS-1$
		json.addProperty("tenantId", connection.tenantId()); //$NON-NLS-1$
		json.addProperty("domain", connection.domain()); //$NON-NLS-1$
		connection.account().ifPresent(account -> json.addProperty("account", account)); //$NON-NLS-1$
		json.addProperty("applicationId", connection.applicationId()); //$NON-NLS-1$
		json.addProperty("certificate", connection.certificate().toString()); //$NON-NLS-1$
		json.addProperty("certificateEnds", connection.certificateEnds().toString()); //$NON-NLS-1$
		json.add("services", services(connection.services())); //$NON-NLS-1$
		json.addProperty("profile", connection.profileId()); //$NON-NLS-1$
		json.addProperty("state", connection.state().name()); //$NON-NLS-1$
		connection.verified().ifPresent(time -> json.addProperty("verified", time.toString())); //$NON-NLS-1$
		return gson.toJson(json) + '\n';
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
		Set<Service> services = new TreeSet<>();
		member(json, "services").getAsJsonArray().forEach(name -> services.add(Service.valueOf(name.getAsString()))); //$NON-NLS-1$
		return new Connection(UUID.fromString(text(json, "id")), text(json, "name"), text(json, "cloud"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				text(json, "tenantId"), text(json, "domain"), optional(json, "account"), text(json, "applicationId"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				CertificateReference.parse(text(json, "certificate")), Instant.parse(text(json, "certificateEnds")), //$NON-NLS-1$ //$NON-NLS-2$
				services, optional(json, "profile").orElse(""), Connection.State.valueOf(text(json, "state")), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				optional(json, "verified").map(Instant::parse)); //$NON-NLS-1$
	}

	private static JsonArray services(Set<Service> services) {
		JsonArray names = new JsonArray();
		services.stream().sorted().forEach(service -> names.add(service.name()));
		return names;
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
