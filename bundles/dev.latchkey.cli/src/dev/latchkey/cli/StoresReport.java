package dev.latchkey.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.latchkey.certificate.ProviderListing;
import dev.latchkey.certificate.Thumbprint;

/** What the stores have, each with what is wrong with it. */
record StoresReport(List<ProviderListing> stores, List<Described> certificates) implements Report {

	private static final int DAY = 10;
	private static final int SEVERITY = 7;

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		JsonArray providers = new JsonArray();
		stores.forEach(each -> providers.add(json(each)));
		json.add("providers", providers); //$NON-NLS-1$
		json.add("entries", Report.entries(certificates)); //$NON-NLS-1$
		json.add("findings", FindingJson.of(List.of(), certificates)); //$NON-NLS-1$
		return json;
	}

	private static JsonObject json(ProviderListing store) {
		JsonObject json = new JsonObject();
		json.addProperty("id", store.providerId()); //$NON-NLS-1$
		json.addProperty("name", store.providerName()); //$NON-NLS-1$
		json.add("problem", JsonNull.INSTANCE); //$NON-NLS-1$
		store.problem().map(Refusal::of).ifPresent(problem -> {
			JsonObject told = new JsonObject();
			told.addProperty("reason", problem.reason()); //$NON-NLS-1$
			told.addProperty("message", problem.getMessage()); //$NON-NLS-1$
			json.add("problem", told); //$NON-NLS-1$
		});
		return json;
	}

	@Override
	public void print(Page page) {
		if (certificates.isEmpty()) {
			page.line(Messages.noCertificates);
			return;
		}
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of(Messages.tableName, Messages.tableUntil, Messages.tableStore, Messages.fieldSha1));
		certificates.forEach(each -> rows.add(List.of(each.name(),
				each.certificate().getNotAfter().toInstant().toString().substring(0, DAY), each.providerId().orElseThrow(),
				Thumbprint.sha1(each.certificate()))));
		page.table(rows);
		findings(page);
	}

	private void findings(Page page) {
		if (certificates.stream().allMatch(each -> each.findings().isEmpty())) {
			return;
		}
		page.line(""); //$NON-NLS-1$
		for (Described certificate : certificates) {
			certificate.findings().forEach(each -> page.field(each.severity().name(), SEVERITY,
					certificate.name() + ": " + each.message())); //$NON-NLS-1$
		}
	}
}
