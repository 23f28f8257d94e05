package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.NextStore;

/** What would be renewed. */
record PlannedRenewals(List<Row> rows) implements Report {

	private static final int DAY = 10;

	/**
	 * One connection.
	 *
	 * @param store where its next key would be kept; empty when nobody would
	 */
	record Row(Connection connection, Optional<NextStore> store) {

		private JsonObject json() {
			JsonObject json = ResultJson.connection(connection);
			json.add("store", ResultJson.store(store)); //$NON-NLS-1$
			return json;
		}

		private List<String> cells() {
			return List.of(connection.name(), connection.domain(), connection.certificateEnds().toString().substring(0, DAY));
		}
	}

	/** That a key is kept elsewhere than the one before; nothing of one that is not. */
	static Optional<String> told(Connection connection, Optional<NextStore> store) {
		return store.filter(NextStore::other)
				.map(where -> Printable.of(Messages.format(Messages.otherStore, connection.name(), where.name())));
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		json.add("toRenew", ResultJson.array(rows, Row::json)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		if (rows.isEmpty()) {
			page.line(Messages.nothingToRenew);
			return;
		}
		page.table(rows.stream().map(Row::cells).toList());
		rows.forEach(row -> told(row.connection(), row.store()).ifPresent(page::line));
	}
}
