package dev.latchkey.ui.internal.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.latchkey.ui.internal.forms.Notice.Level;

class NameValidatorTest {

	private final NameValidator validator = new NameValidator();

	@Test
	void acceptsAnyLetters() {
		assertEquals(Optional.empty(), validator.apply("Zoë, \"Backup\" + 備份"));
	}

	@Test
	void asksForAName() {
		assertEquals(Level.PROMPT, validator.apply("  ").orElseThrow().level());
	}

	@Test
	void refusesControlCharactersAndLength() {
		assertEquals(Level.ERROR, validator.apply("a\tb").orElseThrow().level());
		assertEquals(Level.ERROR, validator.apply("x".repeat(65)).orElseThrow().level());
	}
}
