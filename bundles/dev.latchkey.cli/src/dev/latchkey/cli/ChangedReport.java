package dev.latchkey.cli;

import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;

/**
 * A connection was changed here.
 *
 * @param connection as it is saved now
 * @param sentence   what became of it, for people
 */
record ChangedReport(Connection connection, String sentence) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		json.add("connection", ResultJson.connection(connection)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		page.line(Printable.of(sentence));
	}
}
