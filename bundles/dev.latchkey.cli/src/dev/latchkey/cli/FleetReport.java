package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Many connections that were verified.
 *
 * @param problems a sentence for each file of a connection that can't be used
 */
record FleetReport(List<VerifiedConnection> results, List<String> problems) implements Report {

	FleetState worst() {
		return results.stream().map(VerifiedConnection::state)
				.reduce(problems.isEmpty() ? FleetState.CONNECTED : FleetState.UNREADABLE, FleetState::worst);
	}

	@Override
	public Optional<Refusal> refusal() {
		long attention = results.stream().filter(each -> each.state() != FleetState.CONNECTED).count() + problems.size();
		return worst().refusal(attention, results.size() + problems.size());
	}

	@Override
	public int exitCode() {
		return worst().exitCode();
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal(), refusal().map(Refusal::reason).orElse(null));
		json.add("connections", ResultJson.array(results, VerifiedConnection::json)); //$NON-NLS-1$
		json.add("problems", ResultJson.array(problems, JsonPrimitive::new)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		ConnectionsReport.table(page, results.stream()
				.map(each -> new ConnectionsReport.Row(each.connection(), ResultPage.name(each.state()))).toList());
		results.forEach(each -> each.print(page));
	}
}
