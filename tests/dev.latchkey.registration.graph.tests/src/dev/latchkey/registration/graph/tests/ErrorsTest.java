package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;

/** Every row of docs/errors.md, provoked: the page is what the catalogue says, and a new row comes here by itself. */
class ErrorsTest {

	private static ErrorScenarios scenarios;

	@BeforeAll
	static void start() throws Exception {
		scenarios = new ErrorScenarios();
	}

	@AfterAll
	static void stop() {
		scenarios.close();
	}

	@AfterEach
	void noFaults() {
		scenarios.clear();
	}

	/** @param where the heading above the row */
	record Row(String where, String code, String reason, String sentence) {

		/** With values for what the page has in ‹›, or in the shorter way when there are none. */
		boolean says(Failure failure) {
			String said = failure.sentence();
			String pattern = Arrays.stream(sentence.split("‹[^›]+›", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
			return said.matches(pattern) || said.equals(Failure.of(failure.reason()).sentence());
		}

		@Override
		public String toString() {
			return code + ", " + where;
		}
	}

	private static List<Row> rows() throws IOException {
		List<Row> rows = new ArrayList<>();
		String where = "";
		for (String line : Files.readAllLines(page())) {
			if (line.startsWith("## ")) {
				where = line.substring(3);
			} else if (line.startsWith("| `")) {
				String[] cells = line.split(" *\\| *", -1);
				rows.add(new Row(where, cells[1].replace("`", ""), cells[2].replace("`", ""), cells[3] + ' ' + cells[4]));
			}
		}
		return rows;
	}

	private static Path page() {
		return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
				.map(folder -> folder.resolve("docs/errors.md")).filter(Files::exists).findFirst().orElseThrow();
	}

	static List<Row> errors() throws IOException {
		return rows().stream().filter(row -> !row.reason().isEmpty()).toList();
	}

	static List<Row> waits() throws IOException {
		return rows().stream().filter(row -> row.reason().isEmpty()).toList();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void anErrorHasItsReasonASentenceAndANextStep(Row row) throws Exception {
		Failure failure = scenarios.provoke(row.where(), row.code());

		assertEquals(Reason.valueOf(row.reason()), failure.reason(), failure::toString);
		assertTrue(failure.code().equals(row.code()) || failure.code().matches("HTTP \\d+"), failure::toString);
		assertTrue(row.says(failure), failure.sentence());
		assertFalse(failure.sentence().matches(".*(\\{|  | [.,]|\\(\\)).*"), failure.sentence());
		assertTrue(failure.details().get(0).endsWith(failure.code()), failure.details()::toString);
		assertTrue(!failure.correlationId().isEmpty() || !row.code().startsWith("AADSTS"), failure::toString);
	}

	@ParameterizedTest
	@MethodSource("waits")
	void whatIsWaitedForEndsWell(Row row) throws Exception {
		assertEquals("admin@contoso.example", scenarios.signInThrough(row.code()));
	}

	@Test
	void aCodeThatNobodyKnowsIsToldWithMicrosoftsPage() throws Exception {
		Failure failure = scenarios.provoke("Microsoft Entra ID, when an administrator signs in", "AADSTS99999");

		assertEquals(Reason.UNKNOWN, failure.reason());
		assertTrue(failure.sentence().contains("AADSTS99999"), failure.sentence());
		String details = failure.details().stream().collect(Collectors.joining("\n"));
		assertTrue(details.contains("https://login.microsoftonline.com/error?code=99999"), details);
		assertTrue(details.contains(failure.correlationId()) && !failure.correlationId().isEmpty(), details);
		assertEquals(4, failure.details().size(), details);
	}
}
