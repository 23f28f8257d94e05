package dev.latchkey.registration.graph.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.Reason;
import okhttp3.Headers;

class EntraErrorTest {

	private static EntraError error(int status, String body) {
		return EntraError.of(status, Headers.of("Retry-After", "7", "Date", "Tue, 01 Jan 2019 00:00:00 GMT"), body);
	}

	@Test
	void readsNumbersFromTheirList() {
		EntraError error = error(400, "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS1: words\","
				+ "\"error_codes\":[700027,7000215],\"correlation_id\":\"abc\"}");
		assertEquals(List.of(700027, 7000215), error.codes());
		assertEquals("AADSTS700027", error.code());
		assertEquals("abc", error.correlationId());
		assertEquals(Optional.of(Duration.ofSeconds(7)), error.retryAfter());
		assertTrue(error.skew().orElseThrow().toDays() > 365);
	}

	@Test
	void readsTheNumberFromTheDescriptionWhereThereIsNoList() {
		assertEquals("AADSTS53003", error(400, "{\"error_description\":\"AADSTS53003: words\"}").code());
	}

	@Test
	void theServersOwnTimeCountsBeforeThatOfTheHeader() {
		EntraError error = error(400, "{\"timestamp\":\"2020-01-01 00:00:00Z\"}");
		assertEquals(Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(), error.time().toEpochMilli(), 60_000);
		EntraError other = error(400, "{\"timestamp\":\"yesterday\"}");
		assertEquals(Instant.parse("2019-01-01T00:00:00Z").toEpochMilli(), other.time().toEpochMilli(), 60_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{", "<html>", "{\"error\":{}}", "{\"error_codes\":\"x\"}" })
	void anythingElseHasTheStatusAsCode(String body) {
		assertEquals("HTTP 502", error(502, body).code());
	}

	@ParameterizedTest
	@CsvSource({ "700016, APPLICATION_NOT_FOUND, SIGN_IN_CLIENT_REFUSED", "700027, CERTIFICATE_NOT_REGISTERED, UNKNOWN",
			"53003, APPLICATION_BLOCKED, SIGN_IN_BLOCKED", "90002, TENANT_NOT_FOUND, TENANT_NOT_FOUND",
			"90033, SERVICE_FAULT, SERVICE_FAULT", "65001, PERMISSIONS_MISSING, CONSENT_REQUIRED",
			"50020, UNKNOWN, WRONG_TENANT", "7000218, INTERNAL, SIGN_IN_CLIENT_NOT_PUBLIC", "700024, CLOCK_SKEW, UNKNOWN" })
	void numbersMeanOneThingToAnApplicationAndAnotherToAPerson(int code, Reason application, Reason administrator) {
		EntraError error = error(400, "{\"error_codes\":[" + code + "]}");
		assertEquals(application, EntraCodes.application(error));
		assertEquals(administrator, EntraCodes.administrator(error));
	}

	@Test
	void statusDecidesWhereNumbersDoNot() {
		assertEquals(Reason.THROTTLED, EntraCodes.anybody(error(429, "")));
		assertEquals(Reason.SERVICE_FAULT, EntraCodes.anybody(error(503, "")));
		assertEquals(Reason.UNKNOWN, EntraCodes.anybody(error(400, "{\"error_codes\":[1]}")));
	}
}
