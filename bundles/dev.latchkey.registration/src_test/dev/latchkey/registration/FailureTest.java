package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

	@ParameterizedTest
	@EnumSource(Reason.class)
	void everyReasonHasASentenceWithANextStep(Reason reason) {
		String sentence = Failure.of(reason, "first", "second", "third").sentence();

		assertTrue(sentence.matches("(?s).+\\. .+|.+\\. .+: .+"), sentence);
		assertFalse(sentence.contains("{") || sentence.contains("''") || sentence.contains("null"), sentence);
	}

	@ParameterizedTest
	@EnumSource(AdminScope.class)
	void whatASignInAsksForIsSaidAsPeopleWriteIt(AdminScope scope) {
		assertFalse(scope.reason().contains("''"), scope.reason());
	}

	@ParameterizedTest
	@EnumSource(Reason.class)
	void missingArgumentsLeaveNoHolesInTheFormat(Reason reason) {
		String sentence = Failure.of(reason).sentence();

		assertFalse(sentence.contains("{") || sentence.contains("null"), sentence);
	}

	@Test
	void fewerValuesHaveTheirOwnSentence() {
		assertTrue(Failure.of(Reason.WRONG_CLOUD, "contoso.example", "Global").sentence().endsWith("another region."));
		assertTrue(Failure.of(Reason.CLOCK_SKEW).sentence().contains("wrong. "));
		assertTrue(Failure.of(Reason.CLOCK_SKEW, "7").sentence().contains(" 7 minutes"));
		assertTrue(Failure.of(Reason.WRONG_TENANT, "contoso.example").sentence().contains("not belong to contoso"));
	}

	@ParameterizedTest
	@CsvSource({ "THROTTLED, one second, 0 seconds, 2 seconds", "CLOCK_SKEW, one minute, 0 minutes, 2 minutes",
			"CERTIFICATE_AGAINST_POLICY, one day, 0 days, 2 days" })
	void oneIsCountedWithoutAPlural(Reason reason, String one, String none, String two) {
		assertTrue(Failure.of(reason, "1").sentence().contains(' ' + one), Failure.of(reason, "1")::sentence);
		assertTrue(Failure.of(reason, "0").sentence().contains(' ' + none), Failure.of(reason, "0")::sentence);
		assertTrue(Failure.of(reason, "2").sentence().contains(' ' + two), Failure.of(reason, "2")::sentence);
	}

	@Test
	void oneIsCountedWithoutAPluralInGermanToo() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.GERMAN);
		try {
			assertTrue(Failure.of(Reason.THROTTLED, "1").sentence().contains("eine Sekunde zu"));
			assertTrue(Failure.of(Reason.CLOCK_SKEW, "1").sentence().contains("um eine Minute "));
			assertTrue(Failure.of(Reason.CERTIFICATE_AGAINST_POLICY, "1").sentence().contains("einen Tag zu;"));
		} finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void aValueOfOneThatIsNotCountedIsPutInAsItIs() {
		assertTrue(Failure.of(Reason.RESOURCE_MISSING, "1").sentence().contains("does not have 1."));
	}

	@Test
	void anExceptionShowsTheSentenceAndLogsTheCodes() {
		RegistrationException e = new RegistrationException(new Failure(Reason.SIGN_IN_BLOCKED, List.of(),
				"AADSTS53003", "0f1e2d3c", Instant.EPOCH));

		assertTrue(e.getMessage().contains("AADSTS53003") && e.getMessage().contains("0f1e2d3c"), e.getMessage());
		assertTrue(e.getLocalizedMessage().contains("Conditional Access"), e.getLocalizedMessage());
	}

	@Test
	void detailsAreWhatSupportAsksFor() {
		Failure failure = new Failure(Reason.UNKNOWN, List.of("AADSTS99999"), "AADSTS99999", "0f1e2d3c",
				Instant.parse("2026-11-23T12:34:56.789Z"));

		assertEquals(List.of("Code: AADSTS99999", "Correlation ID: 0f1e2d3c", "Time: 2026-11-23T12:34:56Z",
				"Microsoft's page: https://login.microsoftonline.com/error?code=99999"), failure.details());
	}

	@Test
	void whatMicrosoftDidNotSayHasNoDetailsAndItsPageKnowsNumbersOnly() {
		assertEquals(List.of(), Failure.of(Reason.NETWORK_UNREACHABLE, "login.example").details());
		Failure graph = new Failure(Reason.ROLE_REQUIRED, List.of(), "Authorization_RequestDenied", "", Instant.EPOCH);
		assertEquals(List.of("Code: Authorization_RequestDenied", "Time: 1970-01-01T00:00:00Z"), graph.details());
	}
}
