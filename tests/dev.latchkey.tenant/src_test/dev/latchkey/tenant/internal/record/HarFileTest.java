package dev.latchkey.tenant.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RecordedExchange;

class HarFileTest {

	private static final String SECRET = "1.secret_value-of-somebody";

	@TempDir
	private Path folder;

	private static RecordedExchange exchange(String sent, String location, String answered) {
		return new RecordedExchange(Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMillis(7), Origin.AUTHORITY, "POST",
				URI.create("https://localhost:1/a?b=c%20d"),
				Map.of("Authorization", List.of("Bearer " + SECRET), "Content-Type",
						List.of("application/x-www-form-urlencoded")),
				sent, 200, Map.of("Content-Type", List.of("application/json"), "Location", List.of(location)), answered);
	}

	private String written(RecordedExchange exchange) throws IOException {
		Path file = folder.resolve("a.har");
		HarFile.write(List.of(exchange), file);
		return Files.readString(file);
	}

	@Test
	void saysWhatWasSaid() throws IOException {
		JsonObject entry = JsonParser.parseString(written(exchange("x=y", "", "{\"a\":1}"))).getAsJsonObject()
				.getAsJsonObject("log").getAsJsonArray("entries").get(0).getAsJsonObject();
		assertEquals("2026-01-02T03:04:05Z", entry.get("startedDateTime").getAsString());
		assertEquals(7, entry.get("time").getAsDouble());
		JsonObject request = entry.getAsJsonObject("request");
		assertEquals("c d", request.getAsJsonArray("queryString").get(0).getAsJsonObject().get("value").getAsString());
		assertEquals("x=y", request.getAsJsonObject("postData").get("text").getAsString());
		assertEquals("{\"a\":1}",
				entry.getAsJsonObject("response").getAsJsonObject("content").get("text").getAsString());
		assertFalse(Files.exists(folder.resolve("a.har.part")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "refresh_token=", "grant_type=a&device_code=", "code=", "a=b&code_verifier=",
			"client_secret=" })
	void masksFields(String name) throws IOException {
		assertMasked(exchange(name + SECRET + "&client_id=c", "", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "access_token", "refresh_token", "id_token", "device_code" })
	void masksTokens(String name) throws IOException {
		assertMasked(exchange("", "", "{\"" + name + "\": \"" + SECRET + "\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?code=", "#state=s&code=" })
	void masksTheWayBack(String query) throws IOException {
		assertMasked(exchange("", "http://localhost:1/" + query + SECRET, ""));
		assertMasked(exchange("", "", "<input name=\"code\" value=\"" + SECRET + "\">"));
	}

	private void assertMasked(RecordedExchange exchange) throws IOException {
		String text = written(exchange);
		assertFalse(text.contains(SECRET), text);
		assertTrue(text.contains("Bearer (masked)"));
	}
}
