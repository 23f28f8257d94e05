package dev.latchkey.registration.graph.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Reason;

class ErrorPageTest {

	private static final Path PAGE = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
			.map(folder -> folder.resolve("docs")).filter(docs -> Files.exists(docs.resolve("tenant.md"))).findFirst()
			.orElseThrow().resolve("errors.md");

	@Test
	void thePageSaysWhatTheCatalogueSays() throws IOException {
		if ("write".equals(System.getProperty("latchkey.docs"))) {
			Files.writeString(PAGE, ErrorPage.text());
		}
		assertEquals(ErrorPage.text(), Files.readString(PAGE), "Run this test with -Dlatchkey.docs=write");
	}

	@Test
	void noSentenceHasAGap() {
		for (String line : ErrorPage.text().lines().filter(line -> line.startsWith("| `")).toList()) {
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
