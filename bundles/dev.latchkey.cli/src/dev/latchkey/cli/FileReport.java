package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

import dev.latchkey.certificate.FileFormat;
import dev.latchkey.certificate.Finding;

/**
 * What is in a file.
 *
 * @param remark   what its user should know although it can be used; null when there is nothing
 * @param findings what is to be said of the file itself
 */
record FileReport(Optional<Refusal> refusal, Refusal remark, FileFormat format, List<Described> certificates,
		List<Finding> findings) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(refusal, refusal.or(() -> Optional.ofNullable(remark)).map(Refusal::reason).orElse(null));
		json.addProperty("detected", format.name()); //$NON-NLS-1$
		json.add("entries", Report.entries(certificates)); //$NON-NLS-1$
		json.add("findings", FindingJson.of(findings, certificates)); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		if (certificates.isEmpty()) {
			return; // the sentence of the refusal says what it is
		}
		page.line(Messages.format(Messages.fileHas, format.label()));
		for (Described each : certificates) {
			page.line(""); //$NON-NLS-1$
			each.print(page);
		}
		if (remark != null || !findings.isEmpty()) {
			page.line(""); //$NON-NLS-1$
		}
		findings.forEach(each -> page.field(each.severity().name(), each.severity().name().length(), each.message()));
		if (remark != null) {
			page.line(remark.getMessage());
		}
	}
}
