package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;

/** Connections, which are there or were just removed. */
record ConnectionsReport(List<Connection> connections, boolean removed) implements Report {

	private static final int DAY = 10;

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		json.add(removed ? "removed" : "connections", ResultJson.array(connections, ResultJson::connection)); //$NON-NLS-1$ //$NON-NLS-2$
		return json;
	}

	@Override
	public void print(Page page) {
		if (removed) {
			page.line(Messages.removed);
			return;
		}
		if (connections.isEmpty()) {
			page.line(Messages.noConnections);
			return;
		}
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of(Messages.tableName, Messages.tableDomain, Messages.tableState, Messages.tableCertificate, Messages.tableId));
		connections.forEach(each -> rows.add(List.of(each.name(), each.domain(), ResultPage.name(each.state()),
				each.certificateEnds().toString().substring(0, DAY), each.id().toString())));
		page.table(rows);
	}
}
