package dev.latchkey.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfSignedRequestTest {

	@Test
	void stripsTheName() {
		assertEquals("backup", new SelfSignedRequest(" backup\t", 3072, 12).name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,b+c=\"d\"\\ #x", "Ä", "🔑", "x" })
	void takesAnyCharacterThatCanBeSeen(String name) {
		assertEquals(name, new SelfSignedRequest(name, 2048, 1).name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "a\nb", "a\0" })
	void refusesWhatIsNoName(String name) {
		assertFalse(SelfSignedRequest.isName(name));
		assertThrows(IllegalArgumentException.class, () -> new SelfSignedRequest(name, 2048, 1));
	}

	@Test
	void countsCharactersAsPeopleDo() {
		assertTrue(SelfSignedRequest.isName("🔑".repeat(64)));
		assertFalse(SelfSignedRequest.isName("🔑".repeat(65)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1024, 2047, 8192 })
	void refusesOtherKeySizes(int bits) {
		assertThrows(IllegalArgumentException.class, () -> new SelfSignedRequest("x", bits, 12));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 25 })
	void refusesOtherValidities(int months) {
		assertThrows(IllegalArgumentException.class, () -> new SelfSignedRequest("x", 3072, months));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 24 })
	void takesTheLimits(int months) {
		assertEquals(months, new SelfSignedRequest("x", 4096, months).validityMonths());
	}
}
