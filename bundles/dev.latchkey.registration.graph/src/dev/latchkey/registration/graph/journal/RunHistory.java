package dev.latchkey.registration.graph.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;

/** A run as its records tell it, one after the other. */
final class RunHistory {

	private final List<Change> changes = new ArrayList<>();
	private JsonObject head;
	private boolean finished;
	private boolean undoing;
	private long whole;

	/**
	 * Reads all of them. A last line without its end was being written when the power went: it tells nothing.
	 *
	 * @throws UnreadableException when there is damage, or a later version wrote it
	 */
	static RunHistory of(byte[] bytes) throws UnreadableException {
		RunHistory history = new RunHistory();
		int start = 0;
		for (int i = 0, line = 1; i < bytes.length; i++) {
			if (bytes[i] == '\n') {
				history.read(ByteBuffer.wrap(bytes, start, i - start), line++);
				start = i + 1;
			}
		}
		history.whole = start;
		history.finished &= start == bytes.length;
		return history;
	}

	private void read(ByteBuffer line, int number) throws UnreadableException {
		try {
			add(JsonParser.parseString(UTF_8.newDecoder().decode(line).toString()).getAsJsonObject());
		} catch (CharacterCodingException | JsonParseException | IllegalStateException | IllegalArgumentException
				| UnsupportedOperationException | DateTimeException | IndexOutOfBoundsException e) {
			throw new UnreadableException(number, e);
		}
	}

	/** Goes on by one record. */
	void add(JsonObject json) throws UnreadableException {
		String kind = Records.text(json, Records.KIND);
		if (head == null) {
			if (!Records.RUN.equals(kind)) {
				throw new JsonParseException("No run"); //$NON-NLS-1$
			}
			if (Records.schema(json) > Records.SCHEMA) {
				throw new UnreadableException();
			}
			Records.run(json, State.FINISHED, List.of());
			head = json;
			return;
		}
		finished = Records.FINISHED.equals(kind);
		switch (kind) {
		case Records.BEGUN -> changes.add(Records.change(json));
		case Records.DONE -> change(json, Outcome.DONE);
		case Records.FAILED -> change(json, Outcome.FAILED);
		case Records.UNDOING -> change(json, changes.get(Records.number(json)).outcome());
		case Records.UNDONE -> change(json, Outcome.UNDONE);
		case Records.CONTINUED -> undoing = false;
		case Records.UNDO -> undoing = true;
		case Records.FINISHED -> Instant.parse(Records.text(json, Records.TIME));
		default -> throw new JsonParseException(kind);
		}
	}

	private void change(JsonObject json, Outcome outcome) {
		int number = Records.number(json);
		Change old = changes.get(number);
		Map<String, String> ids = new HashMap<>(old.ids());
		ids.putAll(Records.ids(json));
		changes.set(number, new Change(old.itemId(), old.title(), outcome, ids,
				Instant.parse(Records.text(json, Records.TIME))));
	}

	/** Whether anything was begun. */
	boolean isEmpty() {
		return changes.isEmpty();
	}

	/** Whether there is as much as a run's first record. */
	boolean hasHead() {
		return head != null;
	}

	/** Length of the whole records, in bytes. */
	long whole() {
		return whole;
	}

	JournalRun run(boolean running) {
		return Records.run(head, state(running), changes);
	}

	private State state(boolean running) {
		if (running) {
			return State.RUNNING;
		}
		boolean left = changes.stream()
				.anyMatch(change -> change.outcome() == Outcome.BEGUN || change.outcome() == Outcome.DONE);
		if (undoing && !left) {
			return State.UNDONE;
		}
		return finished ? State.FINISHED : State.INTERRUPTED;
	}

	/** A file that does not tell a run. */
	static final class UnreadableException extends Exception {

		private static final long serialVersionUID = 1;

		private final int line;

		/** A later version wrote it. */
		UnreadableException() {
			this.line = 0;
		}

		/** @param line where the damage is, from 1 */
		UnreadableException(int line, Exception cause) {
			super(cause);
			this.line = line;
		}

		boolean isNewer() {
			return line == 0;
		}

		int line() {
			return line;
		}
	}
}
