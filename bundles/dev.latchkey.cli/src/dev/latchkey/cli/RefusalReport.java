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
		return Report.document(refusal(), problem.reason());
	}

	@Override
	public void print(Page page) {
		// the sentence of the refusal says it all
	}
}
