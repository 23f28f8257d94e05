package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.JsonObject;

/**
 * A packet was written.
 *
 * @param planned whether somebody looked into the tenant for it
 */
record HandOverReport(Path out, boolean planned) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		json.addProperty("file", out.toAbsolutePath().normalize().toString()); //$NON-NLS-1$
		json.addProperty("planned", planned); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		page.line(Messages.format(Messages.exported, Printable.of(out.toString())));
		page.line(Messages.handOverNext);
	}
}
