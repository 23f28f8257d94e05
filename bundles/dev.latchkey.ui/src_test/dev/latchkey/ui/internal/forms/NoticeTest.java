package dev.latchkey.ui.internal.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

import org.junit.jupiter.api.Test;

import dev.latchkey.ui.internal.forms.Notice.Level;

class NoticeTest {

	@Test
	void faultsComeBeforeWhatIsMissing() {
		Notice prompt = new Notice(Level.PROMPT, "first");
		Notice error = new Notice(Level.ERROR, "second");
		assertEquals(Optional.of(error), Notice.foremost(List.of(prompt, error)));
	}

	@Test
	void ofEqualsTheFirstIsShown() {
		Notice one = new Notice(Level.WARNING, "one");
		assertEquals(Optional.of(one), Notice.foremost(List.of(one, new Notice(Level.WARNING, "two"))));
		assertEquals(Optional.empty(), Notice.foremost(List.of()));
	}

	@Test
	void whatMayWorkWhenTriedAgainDoesNotBlock() {
		assertFalse(Level.RETRY.blocking());
		assertTrue(Level.PROMPT.blocking());
	}

	@Test
	void clocksCountMinutesAndSeconds() {
		assertEquals("14:05", Formats.clock(Duration.ofSeconds(845)));
		assertEquals("0:00", Formats.clock(Duration.ofSeconds(-3)));
	}

	@Test
	void subjectsAreCalledByTheirCommonName() {
		assertEquals("Zoë, \"x\"", Subjects.name(new X500Principal("CN=\"Zoë, \\\"x\\\"\",O=Contoso")));
		assertEquals("O=Contoso", Subjects.name(new X500Principal("O=Contoso")));
	}
}
