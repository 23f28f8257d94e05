package dev.latchkey.registration.graph.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.google.gson.JsonObject;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.journal.RunHistory.UnreadableException;

/**
 * The journal of the run that is under way; nobody else writes it meanwhile. A change is begun only when that is on the
 * disk. What becomes of it is written too; when that fails, the change stays begun, and nothing more can be begun.
 */
public final class RunJournal implements ChangeLog, AutoCloseable {

	private final RunFile file;
	private final RunHistory history;

	RunJournal(RunFile file, RunHistory history) {
		this.file = file;
		this.history = history;
	}

	public UUID id() {
		return run().id();
	}

	/** The run as it is written down now. */
	public synchronized JournalRun run() {
		return history.run(true);
	}

	/** The same result, with this run's id when it changed something. */
	public synchronized RegistrationResult tell(RegistrationResult result) {
		return new RegistrationResult(result.items(), history.isEmpty() ? Optional.empty() : Optional.of(id()));
	}

	/** Whether it was ended before, and not taken up again. */
	synchronized JournalRun unheld() {
		return history.run(false);
	}

	@Override
	public synchronized Begun begin(String itemId, String title, Map<String, String> ids) throws Refusal {
		append(Records.begun(itemId, title, ids));
		int number = run().changes().size() - 1;
		return new Begun() {

			@Override
			public void done(Map<String, String> more) {
				RunJournal.this.done(number, more);
			}

			@Override
			public void failed() {
				RunJournal.this.failed(number);
			}
		};
	}

	/** The change with that number is in the tenant, and can be found by these ids too. */
	public void done(int change, Map<String, String> ids) {
		note(Records.of(Records.DONE, change, ids));
	}

	/** The change with that number is not in the tenant, and never was. */
	public void failed(int change) {
		note(Records.of(Records.FAILED, change, Map.of()));
	}

	/** Before the change with that number is taken back. */
	public void undoing(int change) throws Refusal {
		append(Records.of(Records.UNDOING, change, Map.of()));
	}

	/** The change with that number is not in the tenant any more. */
	public void undone(int change) {
		note(Records.of(Records.UNDONE, change, Map.of()));
	}

	void continued() throws Refusal {
		append(Records.of(Records.CONTINUED));
	}

	void undo() throws Refusal {
		append(Records.of(Records.UNDO));
	}

	/** The run has ended. */
	public void finish() {
		note(Records.of(Records.FINISHED));
	}

	private synchronized void append(JsonObject json) throws Refusal {
		try {
			write(json);
		} catch (IOException e) {
			throw unusable(file.path().toString(), e);
		}
	}

	/** What can't be noted stays unknown; the file takes nothing more then. */
	private synchronized void note(JsonObject json) {
		try {
			write(json);
		} catch (IOException e) {
			return;
		}
	}

	void write(JsonObject json) throws IOException {
		file.append((json.toString() + '\n').getBytes(StandardCharsets.UTF_8));
		try {
			history.add(json);
		} catch (UnreadableException e) {
			throw new IllegalStateException(e);
		}
	}

	static Refusal unusable(String place, Exception cause) {
		return new Refusal(Failure.of(Reason.JOURNAL_UNUSABLE, place), 0, Optional.empty(), cause);
	}


	/** Without {@link #finish} before, the run counts as interrupted. One that changed nothing is forgotten. */
	@Override
	public synchronized void close() {
		try {
			if (history.isEmpty()) {
				file.delete();
			} else {
				file.close();
			}
		} catch (IOException e) {
			return; // All that counts is on the disk, and what tells of no change is left out everywhere.
		}
	}
}
