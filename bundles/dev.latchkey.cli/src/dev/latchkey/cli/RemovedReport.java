package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionRemoval.Outcome;
import dev.latchkey.connection.ConnectionRemoval.TakenBack;

/**
 * A connection was removed, unless not everything could be taken back that was to be.
 *
 * @param taken what was taken back in the tenant; empty when nothing was to be
 */
record RemovedReport(Connection connection, Optional<TakenBack> taken) implements Report {

	@Override
	public Optional<Refusal> refusal() {
		return taken.filter(result -> !result.complete())
				.map(result -> new Refusal(Refusal.NOT_COMPLETE, Messages.format(Messages.removeNotComplete, connection.name())));
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal(), refusal().map(Refusal::reason).orElse(null));
		JsonArray removed = new JsonArray();
		if (refusal().isEmpty()) {
			removed.add(ResultJson.connection(connection));
		}
		json.add("removed", removed); //$NON-NLS-1$
		json.add("runs", ResultJson.array(taken.map(TakenBack::runs).orElse(List.of()), RemovedReport::run)); //$NON-NLS-1$
		return json;
	}

	private static JsonObject run(Outcome outcome) {
		JsonObject json = ResultJson.run(outcome.run());
		json.add("changes", outcome.result().map(ResultJson::undone).orElseGet(JsonArray::new)); //$NON-NLS-1$
		json.add("failure", FailureJson.of(outcome.failure())); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		taken.ifPresent(result -> result.runs().forEach(run -> {
			run.result().ifPresent(changes -> ResultPage.undone(page, changes));
			run.failure().ifPresent(why -> page.line(Printable.of(FailureJson.sentence(why))));
		}));
		if (refusal().isEmpty()) {
			page.line(taken.isPresent() ? Messages.removedWithTenant : Messages.removed);
		}
	}
}
