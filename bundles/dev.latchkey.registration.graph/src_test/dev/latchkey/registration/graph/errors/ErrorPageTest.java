package dev.latchkey.registration.graph.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.latchkey.registration.Reason;

class ErrorPageTest {

	private static final Path DOCS = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
			.map(folder -> folder.resolve("docs")).filter(docs -> Files.exists(docs.resolve("tenant.md"))).findFirst()
			.orElseThrow();

	static Stream<Arguments> pages() {
		return Stream.of(arguments("errors.md", ErrorPageWords.ENGLISH), arguments("de/errors.md", ErrorPageWords.GERMAN));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void thePageSaysWhatTheCatalogueSays(String page, ErrorPageWords words) throws IOException {
		String text = new ErrorPage(words).text();
		if ("write".equals(System.getProperty("latchkey.docs"))) {
			Files.writeString(DOCS.resolve(page), text);
		}
		assertEquals(text, Files.readString(DOCS.resolve(page)), "Run this test with -Dlatchkey.docs=write");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void noSentenceHasAGap(String page, ErrorPageWords words) {
		for (String line : new ErrorPage(words).text().lines().filter(line -> line.startsWith("| `")).toList()) {
			assertFalse(line.matches(".*(  | \\.|\\(\\)|\\{|''|null).*"), line);
			assertEquals(5, line.chars().filter(c -> c == '|').count(), line);
		}
	}

	@Test
	void aCodeIsKnownBeforeAStatus() {
		assertEquals(Reason.CERTIFICATE_AGAINST_POLICY,
				ErrorCatalogue.reason(Side.GRAPH, List.of("CredentialInvalidLifetimeAsPerAppPolicy"), 400));
		assertEquals(Reason.REQUEST_REFUSED, ErrorCatalogue.reason(Side.GRAPH, List.of("Another"), 400));
		assertEquals(Reason.SERVICE_FAULT, ErrorCatalogue.reason(Side.GRAPH, List.of(), 507));
		assertEquals(Reason.UNKNOWN, ErrorCatalogue.reason(Side.GRAPH, List.of("Another"), 418));
	}

	@Test
	void whatIsWaitedForIsNoError() {
		assertTrue(ErrorCatalogue.reason(Side.ADMINISTRATOR, "authorization_pending").isEmpty());
	}
}
