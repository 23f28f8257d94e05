package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionTransfer.Arrival;

/**
 * Connections that were taken over.
 *
 * @param connections as they are saved now, in the order of their arrival
 */
record ImportedReport(List<Arrival> arrivals, List<Connection> connections) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		JsonArray array = new JsonArray();
		for (int i = 0; i < connections.size(); i++) {
			JsonObject connection = ResultJson.connection(connections.get(i));
			connection.addProperty("certificateFound", arrivals.get(i).certificateFound()); //$NON-NLS-1$
			connection.addProperty("replaced", arrivals.get(i).replaces()); //$NON-NLS-1$
			array.add(connection);
		}
		json.add("connections", array); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		page.line(Messages.format(Messages.imported, connections.size()));
		arrivals.stream().filter(each -> !each.certificateFound()).map(Arrival::connection)
				.forEach(each -> page.line(Printable.of(
						Messages.format(Messages.certificateMissing, each.name(), each.certificate().sha256()))));
	}
}
