package dev.latchkey.cli;

import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.PlanDocuments;
import dev.latchkey.registration.RegistrationPlan;

/** What would change; nothing was written. */
record PlanReport(RegistrationPlan plan, PlanDocuments documents) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		json.add("plan", JsonParser.parseString(documents.json(plan))); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		documents.text(plan).lines().forEach(page::line);
	}
}
