package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

/** Many connections that were verified. */
record FleetReport(List<VerifiedConnection> results) implements Report {

	FleetState worst() {
		return results.stream().map(VerifiedConnection::state).reduce(FleetState.CONNECTED, FleetState::worst);
	}

	@Override
	public Optional<Refusal> refusal() {
		return worst().refusal(results.stream().filter(each -> each.state() != FleetState.CONNECTED).count(), results.size());
	}

	@Override
	public int exitCode() {
		return worst().exitCode();
	}

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal(), refusal().map(Refusal::reason).orElse(null));
		json.add("connections", ResultJson.array(results, VerifiedConnection::json)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		ConnectionsReport.table(page, results.stream()
				.map(each -> new ConnectionsReport.Row(each.connection(), ResultPage.name(each.state()))).toList());
		results.forEach(each -> each.print(page));
	}
}
