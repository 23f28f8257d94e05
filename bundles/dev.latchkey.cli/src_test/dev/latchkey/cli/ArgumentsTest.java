package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

	@Test
	void whatThePlatformUsedIsLeftOut() {
		assertArrayEquals(new String[] { "certificate", "list" },
				Arguments.of(new String[] { "-eclipse.keyring", "file", "certificate", "-pluginCustomization", "x.ini", "list" }, false));
	}

	@Test
	void marksAreTakenAwayAndWhatHasNoneIsNotOurs() {
		assertArrayEquals(new String[] { "-eclipse.keyring", "", ":" },
				Arguments.of(new String[] { "-eclipse.keyring", "file", ":-eclipse.keyring", ":", "::" }, true));
	}
}
