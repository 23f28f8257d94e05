package dev.latchkey.cli;

import java.util.Optional;

import com.google.gson.JsonObject;

/** Nothing was done. */
record RefusalReport(Refusal problem) implements Report {

	@Override
	public Optional<Refusal> refusal() {
		return Optional.of(problem);
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal(), problem.reason());
		if (problem.failure().isPresent()) {
			json.add("failure", FailureJson.of(problem.failure())); //$NON-NLS-1$
		}
		return json;
	}

	@Override
	public void print(Page page) {
		// the sentence of the refusal says it all
	}
}
