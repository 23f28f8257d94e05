package dev.latchkey.cli;

import java.nio.charset.StandardCharsets;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Shows reports: the result on standard output, what went wrong on standard error. */
final class Output {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

	private final Terminal terminal;
	private final boolean json;

	Output(Terminal terminal, boolean json) {
		this.terminal = terminal;
		this.json = json;
	}

	/** @return the exit code */
	int show(Report report) {
		if (json) {
			// in UTF-8 wherever it goes, as RFC 8259 demands; texts for people are in the terminal's encoding
			byte[] document = (GSON.toJson(report.json()) + '\n').getBytes(StandardCharsets.UTF_8);
			terminal.give(document);
		} else {
			Page page = new Page(terminal.width());
			report.print(page);
			terminal.give(page);
		}
		report.refusal().ifPresent(refusal -> terminal.say(refusal.getMessage()));
		return report.exitCode();
	}
}
