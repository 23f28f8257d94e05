package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Health;

/**
 * The connections that are there.
 *
 * @param healths  how they stand, in the same order
 * @param problems a sentence for each file of a connection that can't be used
 */
record ConnectionsReport(List<Connection> connections, List<Health> healths, List<String> problems) implements Report {

	private static final int DAY = 10;

	/**
	 * A line of the table.
	 *
	 * @param state how it stands, for people
	 */
	record Row(Connection connection, String state) {
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		JsonArray array = new JsonArray();
		IntStream.range(0, connections.size())
				.forEach(i -> array.add(ResultJson.connection(connections.get(i), healths.get(i))));
		json.add("connections", array); //$NON-NLS-1$
		json.add("problems", ResultJson.array(problems, JsonPrimitive::new)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		table(page, IntStream.range(0, connections.size())
				.mapToObj(i -> new Row(connections.get(i), ResultPage.name(healths.get(i).standing()))).toList());
	}

	static void table(Page page, List<Row> connections) {
		if (connections.isEmpty()) {
			page.line(Messages.noConnections);
			return;
		}
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of(Messages.tableName, Messages.tableDomain, Messages.tableState, Messages.tableCertificate, Messages.tableId));
		connections.forEach(each -> rows.add(List.of(each.connection().name(), each.connection().domain(), each.state(),
				each.connection().certificateEnds().toString().substring(0, DAY), each.connection().id().toString())));
		page.table(rows);
	}
}
