package dev.latchkey.connection.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;

/**
 * The files' format, which {@code docs/connections.md} describes. Members are read by name, so that adding one is no new
 * schema.
 */
final class ConnectionJson {

	static final int SCHEMA = 2;

	private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	/** A service that this version does not know: what the connection is for can't be said, and must not be lost. */
	static final class UnknownServiceException extends JsonParseException {
		private static final long serialVersionUID = 1;

		UnknownServiceException(String name) {
			super(name);
		}
	}

	String write(Connection connection) {
		JsonObject json = new JsonObject();
		json.addProperty("schema", SCHEMA); //$NON-NLS-1$
		json.addProperty("revision", connection.revision()); //$NON-NLS-1$
		writeTo(json, connection);
		json.add("proof", ProofJson.write(connection.proof())); //$NON-NLS-1$
		return text(json);
	}

	String text(JsonObject json) {
		return gson.toJson(json) + '\n';
	}

	/** All that is the same on every computer. */
	static void writeTo(JsonObject json, Connection connection) {
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
		json.add("retired", Members.array(connection.retired().stream().map(ConnectionJson::retired))); //$NON-NLS-1$
		json.add("services", Members.texts(connection.services().stream().map(Service::name).sorted())); //$NON-NLS-1$
		json.addProperty("profile", connection.profileId()); //$NON-NLS-1$
	}

	private static JsonObject retired(RetiredCertificate retired) {
		JsonObject json = new JsonObject();
		json.addProperty("certificate", retired.certificate().toString()); //$NON-NLS-1$
		json.addProperty("sha1", retired.sha1()); //$NON-NLS-1$
		json.addProperty("ends", retired.ends().toString()); //$NON-NLS-1$
		json.addProperty("retired", retired.retired().toString()); //$NON-NLS-1$
		return json;
	}

	/**
	 * @return empty when a later version wrote the text
	 * @throws JsonParseException when the text is not a connection
	 */
	Optional<Connection> read(String text) {
		Members json = Members.parse(text);
		long schema = json.number("schema"); //$NON-NLS-1$
		try {
			return schema > SCHEMA ? Optional.empty()
					: Optional.of(schema == 1 ? first(json)
							: read(json, json.number("revision"), ProofJson.read(json.object("proof")))); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (UnknownServiceException e) {
			return Optional.empty();
		}
	}

	/** Schema 1 knew neither revisions nor retired certificates. */
	private static Connection first(Members json) {
		JsonObject second = json.json().deepCopy();
		second.add("retired", new JsonArray()); //$NON-NLS-1$
		return read(new Members(second), 1, ProofJson.readFirst(json));
	}

	static Connection read(Members json, long revision, Proof proof) {
		try {
			return new Connection(json.id("id"), revision, json.text("name"), json.text("cloud"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					json.text("tenantId"), json.text("domain"), json.optional("account"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					json.text("applicationId"), json.optional("applicationObjectId"), reference(json), //$NON-NLS-1$ //$NON-NLS-2$
					json.time("certificateEnds"), //$NON-NLS-1$
					json.elements("retired").map(Members::of).map(ConnectionJson::readRetired).toList(), services(json), //$NON-NLS-1$
					json.optional("profile").orElse(""), proof); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IllegalArgumentException e) {
			throw new JsonParseException(e);
		}
	}

	private static Set<Service> services(Members json) {
		return json.texts("services").map(name -> Members.constant(Service.class, name) //$NON-NLS-1$
				.orElseThrow(() -> new UnknownServiceException(name))).collect(Collectors.toSet());
	}

	private static RetiredCertificate readRetired(Members json) {
		return new RetiredCertificate(reference(json), json.text("sha1"), json.time("ends"), json.time("retired")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static CertificateReference reference(Members json) {
		return CertificateReference.parse(json.text("certificate")); //$NON-NLS-1$
	}
}
