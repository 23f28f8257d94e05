package dev.latchkey.cli;

import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionVerifier.Verified;
import dev.latchkey.connection.Health;
import dev.latchkey.registration.Drift;

/**
 * One of many that were verified.
 *
 * @param connection as it is saved now
 * @param health     how it stands
 * @param verified   what was found; empty when it could not even be tried
 * @param problem    why not
 */
record VerifiedConnection(Connection connection, Health health, Optional<Verified> verified, Optional<Refusal> problem) {

	FleetState state() {
		boolean changed = verified.map(found -> found.drifts().stream().anyMatch(drift -> drift.kind().isChange())).orElse(false);
		return FleetState.of(health.standing(), changed, verified.isPresent());
	}

	JsonObject json() {
		JsonObject json = ResultJson.connection(connection, health);
		json.addProperty("result", state().name()); //$NON-NLS-1$
		json.add("checks", verified.<JsonElement>map(found -> ResultJson.checks(found.verification())).orElseGet(JsonArray::new)); //$NON-NLS-1$
		json.add("drifts", verified.<JsonElement>map(found -> ResultJson.drifts(found.drifts())).orElseGet(JsonArray::new)); //$NON-NLS-1$
		json.add("problem", problem.<JsonElement>map(VerifiedConnection::problem).orElse(JsonNull.INSTANCE)); //$NON-NLS-1$
		return json;
	}

	private static JsonObject problem(Refusal refusal) {
		JsonObject json = new JsonObject();
		json.addProperty("reason", refusal.reason()); //$NON-NLS-1$
		json.addProperty("message", refusal.getMessage()); //$NON-NLS-1$
		return json;
	}

	void print(Page page) {
		String name = Printable.of(connection.name() + ": "); //$NON-NLS-1$
		Stream.concat(problem.map(Refusal::getMessage).stream(), health.failure().map(FailureJson::sentence).stream()).distinct()
				.forEach(sentence -> page.line(name + Printable.of(sentence)));
		verified.ifPresent(found -> found.drifts().stream().filter(drift -> drift.kind().isChange()).map(Drift::sentence)
				.forEach(sentence -> page.line(name + Printable.of(sentence))));
	}
}
