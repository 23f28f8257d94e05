package dev.latchkey.cli;

import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.UndoResult;

/** What was taken back. */
record UndoReport(JournalRun run, UndoResult result) implements Report {

	@Override
	public Optional<Refusal> refusal() {
		return result.complete() ? Optional.empty()
				: Optional.of(new Refusal(Refusal.NOT_COMPLETE, Messages.format(Messages.undoNotComplete, run.id())));
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal(), refusal().map(Refusal::reason).orElse(null));
		json.add("run", ResultJson.run(run)); //$NON-NLS-1$
		json.add("changes", ResultJson.undone(result)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		ResultPage.undone(page, result);
		if (result.complete()) {
			page.line(Messages.undone);
		}
	}
}
