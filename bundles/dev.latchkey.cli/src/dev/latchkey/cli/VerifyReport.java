package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Verification;

/**
 * What was proven.
 *
 * @param drifts     what is otherwise than it was; empty when nothing is known of before
 * @param connection as it is saved now; empty when it is not
 */
record VerifyReport(Verification verification, List<Drift> drifts, Optional<Connection> connection) implements Report {

	@Override
	public Optional<Refusal> refusal() {
		return verification.proven() ? Optional.empty() : Optional.of(new Refusal(Refusal.NOT_PROVEN, Messages.notProven));
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal(), refusal().map(Refusal::reason).orElse(null));
		json.add("organizationName", ResultJson.text(verification.organizationName())); //$NON-NLS-1$
		json.add("checks", ResultJson.checks(verification)); //$NON-NLS-1$
		json.add("drifts", ResultJson.drifts(drifts)); //$NON-NLS-1$
		json.add("connection", connection.<JsonElement>map(ResultJson::connection).orElse(JsonNull.INSTANCE)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		ResultPage.checks(page, verification);
		ResultPage.drifts(page, drifts);
	}
}
