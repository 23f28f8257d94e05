package dev.latchkey.cli;

import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.JsonObject;

/**
 * A file about connections was written.
 *
 * @param count    how many connections are in it
 * @param sentence for people, with the file and their number
 */
record WrittenReport(Path file, int count, String sentence) implements Report {

	@Override
	public JsonObject json() {
		JsonObject json = Report.document(Optional.empty(), null);
		json.addProperty("file", file.toAbsolutePath().normalize().toString()); //$NON-NLS-1$
		json.addProperty("count", count); //$NON-NLS-1$
		return json;
	}

	@Override
	public void print(Page page) {
		page.line(Printable.of(Messages.format(sentence, file, count)));
	}
}
