package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;

/**
 * A certificate was made, kept or written.
 *
 * @param file  what was written
 * @param store the localized name of the place where it is kept
 */
record CertificateReport(Described certificate, Optional<Path> file, Optional<String> store) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		file.ifPresent(each -> json.addProperty("file", each.toAbsolutePath().normalize().toString())); //$NON-NLS-1$
		json.add("entries", Report.entries(List.of(certificate))); //$NON-NLS-1$
		json.add("findings", FindingJson.of(List.of(), List.of(certificate))); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		file.ifPresent(each -> page.line(Messages.format(Messages.exported, Printable.of(each.toString()))));
		store.ifPresent(each -> page.line(Messages.format(Messages.kept, Printable.of(each))));
		page.line(""); //$NON-NLS-1$
		certificate.print(page);
	}
}
