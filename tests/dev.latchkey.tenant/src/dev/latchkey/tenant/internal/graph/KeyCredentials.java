package dev.latchkey.tenant.internal.graph;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Certificates;

/** What Graph makes of a whole new list of key credentials. */
final class KeyCredentials {

	private final JsonArray kept;
	private final Optional<JsonObject> policy;

	/**
	 * @param kept
	 *            the list as it is
	 * @param policy
	 *            the restrictions that hold, if any
	 */
	KeyCredentials(JsonArray kept, Optional<JsonObject> policy) {
		this.kept = kept;
		this.policy = policy;
	}

	/**
	 * @param sent
	 *            the list as the client sends it
	 * @return the list as it becomes
	 * @throws GraphError
	 *             if an entry is not allowed
	 */
	JsonArray replace(JsonArray sent) {
		JsonArray list = new JsonArray();
		Set<String> ids = new HashSet<>();
		for (JsonElement element : sent) {
			JsonObject entry = element.getAsJsonObject();
			kind(entry);
			JsonObject credential = known(entry).map(old -> unchanged(old, entry)).orElseGet(() -> added(entry));
			if (!ids.add(Json.text(credential, "keyId"))) {
				throw GraphError.badRequest("Duplicate KeyId '" + Json.text(credential, "keyId") + "'.");
			}
			list.add(credential);
		}
		return list;
	}

	/**
	 * Appends to the list as it is, with a key id of the directory's own.
	 *
	 * @param sent
	 *            the entry as the client sends it
	 * @return the entry as it becomes
	 * @throws GraphError
	 *             if it is not allowed
	 */
	JsonObject add(JsonObject sent) {
		JsonObject entry = sent.deepCopy();
		entry.remove("keyId");
		kind(entry);
		JsonObject credential = added(entry);
		kept.add(credential);
		return credential;
	}

	private static void kind(JsonObject entry) {
		if (!Set.of("Verify", "Sign").contains(Json.text(entry, "usage"))) {
			throw GraphError.badRequest("The value for the property \"usage\" in one of your credentials is invalid."
					+ " Acceptable values are Sign, Verify.");
		}
		if (!Json.text(entry, "type").equals("AsymmetricX509Cert") || !Json.text(entry, "usage").equals("Verify")) {
			throw GraphError.badRequest("The value for the property \"type\" in one of your credentials is invalid."
					+ " Acceptable values are AsymmetricX509Cert, X509CertAndPassword.");
		}
	}

	private Optional<JsonObject> known(JsonObject entry) {
		return Json.string(entry, "keyId").flatMap(id -> kept.asList().stream().map(JsonElement::getAsJsonObject)
				.filter(old -> Json.text(old, "keyId").equalsIgnoreCase(id)).findFirst());
	}

	private static JsonObject unchanged(JsonObject old, JsonObject entry) {
		for (String name : entry.keySet()) {
			JsonElement value = entry.get(name);
			boolean date = name.endsWith("DateTime");
			boolean same = name.contains("@") || value.isJsonNull() || name.equals("keyId")
					|| (date ? time(entry, name).equals(time(old, name)) : value.equals(old.get(name)));
			if (!same) {
				throw GraphError.badRequest("Update to existing credential with KeyId '" + Json.text(old, "keyId")
						+ "' is not allowed.");
			}
		}
		return old;
	}

	private JsonObject added(JsonObject entry) {
		X509Certificate certificate = certificate(entry);
		try {
			JsonObject credential = Certificates.keyCredential(
					Json.string(entry, "keyId").orElseGet(() -> UUID.randomUUID().toString()),
					Json.string(entry, "displayName").orElse(certificate.getSubjectX500Principal().getName()),
					certificate);
			Json.string(entry, "customKeyIdentifier").ifPresent(i -> credential.addProperty("customKeyIdentifier", i));
			dates(entry, credential, certificate);
			return credential;
		} catch (GeneralSecurityException e) {
			throw GraphError.badRequest("Key credential key is invalid.");
		}
	}

	private static X509Certificate certificate(JsonObject entry) {
		String key = Json.string(entry, "key").orElseThrow(
				() -> GraphError.badRequest("A value is required for property 'key' of a new key credential."));
		try {
			return Certificates.parse(Base64.getDecoder().decode(key));
		} catch (CertificateException | IllegalArgumentException e) {
			throw GraphError.badRequest("Key credential key is invalid.");
		}
	}

	private void dates(JsonObject entry, JsonObject credential, X509Certificate certificate) {
		Instant start = Json.string(entry, "startDateTime").map(s -> time(entry, "startDateTime"))
				.orElse(certificate.getNotBefore().toInstant());
		Instant end = Json.string(entry, "endDateTime").map(s -> time(entry, "endDateTime"))
				.orElse(certificate.getNotAfter().toInstant());
		if (start.isBefore(certificate.getNotBefore().toInstant().truncatedTo(ChronoUnit.SECONDS))) {
			throw new GraphError(400, "KeyCredentialsInvalidStartDate", "Key credential start date is invalid.");
		}
		if (end.isAfter(certificate.getNotAfter().toInstant()) || !end.isAfter(start)) {
			throw new GraphError(400, "KeyCredentialsInvalidEndDate", "Key credential end date is invalid.");
		}
		policy.ifPresent(p -> lifetime(p, Duration.between(start, end)));
		credential.addProperty("startDateTime", Certificates.time(start));
		credential.addProperty("endDateTime", Certificates.time(end));
	}

	private static void lifetime(JsonObject policy, Duration lifetime) {
		Json.objects(policy, "keyCredentials")
				.filter(r -> Json.text(r, "restrictionType").equals("asymmetricKeyLifetime") && Json.text(r, "state").equals("enabled"))
				.map(r -> Duration.parse(Json.text(r, "maxLifetime"))).filter(limit -> lifetime.compareTo(limit) > 0)
				.findFirst().ifPresent(limit -> {
					String message = "Credential lifetime exceeds the max value allowed as per assigned policy '"
							+ Json.text(policy, "displayName") + "'.";
					throw new GraphError(400, "CredentialInvalidLifetimeAsPerAppPolicy", message)
							.withDetail("InvalidKeyEndDate", "endDateTime", message);
				});
	}

	private static Instant time(JsonObject entry, String name) {
		try {
			return OffsetDateTime.parse(Json.text(entry, name)).toInstant().truncatedTo(ChronoUnit.SECONDS);
		} catch (DateTimeParseException e) {
			throw GraphError.badRequest("Cannot convert the literal '" + Json.text(entry, name)
					+ "' to the expected type 'Edm.DateTimeOffset'.");
		}
	}
}
