package dev.latchkey.cli;

import java.util.Collection;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.latchkey.certificate.Finding;

/** Findings in one list, each with the certificate that it belongs to. */
final class FindingJson {

	private FindingJson() {
	}

	/** @param file findings that belong to the file as a whole */
	static JsonArray of(List<Finding> file, Collection<Described> certificates) {
		JsonArray array = new JsonArray();
		file.forEach(each -> array.add(of(each, null)));
		certificates.forEach(one -> one.findings().forEach(each -> array.add(of(each, one.sha256()))));
		return array;
	}

	private static JsonObject of(Finding finding, String sha256) {
		JsonObject json = new JsonObject();
		json.addProperty("finding", finding.kind().name()); //$NON-NLS-1$
		json.addProperty("severity", finding.severity().name()); //$NON-NLS-1$
		json.addProperty("message", finding.message()); //$NON-NLS-1$
		json.add("sha256", sha256 == null ? JsonNull.INSTANCE : new JsonPrimitive(sha256)); //$NON-NLS-1$
		return json;
	}
}
