package dev.latchkey.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;
import dev.latchkey.connection.NextStore;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.Verification;

/** What was done and proven, for programs; the members are documented in {@code docs/command-line.md} and stay. */
final class ResultJson {

	private ResultJson() {
	}

	static JsonArray items(List<ItemResult> items) {
		return array(items, item -> {
			JsonObject json = new JsonObject();
			json.addProperty("id", item.item().id()); //$NON-NLS-1$
			json.addProperty("title", item.item().title()); //$NON-NLS-1$
			json.addProperty("outcome", item.outcome().name()); //$NON-NLS-1$
			json.addProperty("role", item.item().standing().role()); //$NON-NLS-1$
			json.add("failure", FailureJson.of(item.failure())); //$NON-NLS-1$
			return json;
		});
	}

	static JsonArray checks(Verification verification) {
		return array(verification.checks(), check -> {
			JsonObject json = new JsonObject();
			json.addProperty("subject", check.subject().name()); //$NON-NLS-1$
			json.addProperty("title", check.subject().title()); //$NON-NLS-1$
			json.addProperty("state", check.state().name()); //$NON-NLS-1$
			json.addProperty("milliseconds", check.duration().toMillis()); //$NON-NLS-1$
			json.add("granted", array(check.granted(), JsonPrimitive::new)); //$NON-NLS-1$
			json.add("missing", array(check.missing(), JsonPrimitive::new)); //$NON-NLS-1$
			json.add("failure", FailureJson.of(check.failure())); //$NON-NLS-1$
			return json;
		});
	}

	static JsonArray drifts(List<Drift> drifts) {
		return array(drifts, drift -> {
			JsonObject json = new JsonObject();
			json.addProperty("kind", drift.kind().name()); //$NON-NLS-1$
			json.addProperty("what", drift.what()); //$NON-NLS-1$
			json.addProperty("change", drift.kind().isChange()); //$NON-NLS-1$
			json.add("whoCould", array(drift.whoCould(), JsonPrimitive::new)); //$NON-NLS-1$
			json.add("time", text(drift.time().map(Object::toString))); //$NON-NLS-1$
			json.addProperty("message", drift.sentence()); //$NON-NLS-1$
			return json;
		});
	}

	static JsonArray undone(UndoResult result) {
		return array(result.changes(), undone -> {
			JsonObject json = new JsonObject();
			json.addProperty("id", undone.change().itemId()); //$NON-NLS-1$
			json.addProperty("title", undone.change().title()); //$NON-NLS-1$
			json.addProperty("outcome", undone.outcome().name()); //$NON-NLS-1$
			json.add("failure", FailureJson.of(undone.failure())); //$NON-NLS-1$
			return json;
		});
	}

	static JsonObject run(JournalRun run) {
		JsonObject json = new JsonObject();
		json.addProperty("id", run.id().toString()); //$NON-NLS-1$
		json.addProperty("started", run.started().toString()); //$NON-NLS-1$
		json.addProperty("state", run.state().name()); //$NON-NLS-1$
		json.addProperty("domain", run.domain()); //$NON-NLS-1$
		json.addProperty("tenantId", run.tenantId()); //$NON-NLS-1$
		json.addProperty("cloud", run.cloudId()); //$NON-NLS-1$
		json.addProperty("applicationId", run.applicationId()); //$NON-NLS-1$
		json.addProperty("applicationName", run.applicationName()); //$NON-NLS-1$
		return json;
	}

	/** Where a next key is kept. */
	static JsonElement store(Optional<NextStore> store) {
		return store.<JsonElement>map(where -> {
			JsonObject json = new JsonObject();
			json.addProperty("id", where.providerId()); //$NON-NLS-1$
			json.addProperty("name", where.name()); //$NON-NLS-1$
			json.addProperty("other", where.other()); //$NON-NLS-1$
			return json;
		}).orElse(JsonNull.INSTANCE);
	}

	/** With how it stands, as far as that can be said without the network. */
	static JsonObject connection(Connection connection, Health health) {
		JsonObject json = connection(connection);
		json.addProperty("standing", health.standing().name()); //$NON-NLS-1$
		json.addProperty("daysLeft", health.left().toDays()); //$NON-NLS-1$
		json.add("missing", array(health.missing(), JsonPrimitive::new)); //$NON-NLS-1$
		json.add("failure", FailureJson.of(health.failure())); //$NON-NLS-1$
		return json;
	}

	static JsonObject connection(Connection connection) {
		JsonObject json = new JsonObject();
		json.addProperty("id", connection.id().toString()); //$NON-NLS-1$
		json.addProperty("name", connection.name()); //$NON-NLS-1$
		json.addProperty("state", connection.state().name()); //$NON-NLS-1$
		json.addProperty("domain", connection.domain()); //$NON-NLS-1$
		json.addProperty("tenantId", connection.tenantId()); //$NON-NLS-1$
		json.addProperty("cloud", connection.cloudId()); //$NON-NLS-1$
		json.add("account", text(connection.account())); //$NON-NLS-1$
		json.add("services", array(connection.services().stream().sorted().toList(), each -> new JsonPrimitive(each.name()))); //$NON-NLS-1$
		json.addProperty("applicationId", connection.applicationId()); //$NON-NLS-1$
		json.addProperty("certificate", connection.certificate().toString()); //$NON-NLS-1$
		json.addProperty("certificateEnds", connection.certificateEnds().toString()); //$NON-NLS-1$
		json.addProperty("profile", connection.profileId()); //$NON-NLS-1$
		json.add("verified", text(connection.verified().map(Object::toString))); //$NON-NLS-1$
		return json;
	}

	static JsonElement text(Optional<String> text) {
		return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
	}

	static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> json) {
		JsonArray array = new JsonArray();
		values.forEach(value -> array.add(json.apply(value)));
		return array;
	}
}
