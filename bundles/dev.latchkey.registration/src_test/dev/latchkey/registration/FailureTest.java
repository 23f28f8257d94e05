package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

	@Test
	void anExceptionShowsTheSentenceAndLogsTheCodes() {
		RegistrationException e = new RegistrationException(new Failure(Reason.SIGN_IN_BLOCKED, java.util.List.of(),
				"AADSTS53003", "0f1e2d3c", java.time.Instant.EPOCH));

		assertTrue(e.getMessage().contains("AADSTS53003") && e.getMessage().contains("0f1e2d3c"), e.getMessage());
		assertTrue(e.getLocalizedMessage().contains("Conditional Access"), e.getLocalizedMessage());
	}
}
