package dev.latchkey.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.Finding.Kind;

/** Every reason and finding has a sentence for people, with a next step. */
class TextsTest {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

	@ParameterizedTest
	@EnumSource
	void everyReasonIsExplained(Reason reason) {
		assertReadable(new CertificateAccessException(reason, "the first", "the second").getLocalizedMessage());
	}

	@ParameterizedTest
	@EnumSource
	void everyFindingIsExplained(Kind kind) {
		String message = new Finding(kind, arguments(kind)).message();
		assertReadable(message);
		if (kind == Kind.KEY_TOO_SHORT) {
			assertTrue(message.contains("1024"), message);
		}
	}

	private static List<Object> arguments(Kind kind) {
		return switch (kind) {
			case KEY_TOO_SHORT -> List.of(1024);
			case EXPIRED, NOT_YET_VALID, EXPIRES_SOON -> List.of(new Date());
			case KEY_NOT_RSA, WEAK_SIGNATURE -> List.of("EC");
			case LIFETIME_OVER_POLICY -> List.of(3650, 365);
			case KEY_UNUSABLE -> List.of("Do something.");
			case MISSING_KEY_USAGE, NO_INTEGRITY, NOT_EXPORTABLE -> List.of();
		};
	}

	private static void assertReadable(String message) {
		assertTrue(message.endsWith("."), message);
		assertTrue(message.indexOf(". ") > 0 || message.contains(", "), () -> "what and what next: " + message);
		assertFalse(PLACEHOLDER.matcher(message).find(), message);
		assertFalse(message.contains("''"), message);
	}

	@Test
	void noSentenceIsLeftOver() {
		Set<String> keys = new HashSet<>();
		for (Reason reason : Reason.values()) {
			keys.add("reason." + reason);
		}
		for (Kind kind : Kind.values()) {
			keys.add("finding." + kind);
		}
		for (FileFormat format : FileFormat.values()) {
			keys.add("format." + format);
		}
		assertEquals(keys,
				new HashSet<>(Collections.list(ResourceBundle.getBundle("dev.latchkey.certificate.texts").getKeys())));
	}

	@Test
	void argumentsStandInTheSentence() {
		String message = new CertificateAccessException(Reason.NOT_A_PFX, "a ZIP archive").getLocalizedMessage();
		assertTrue(message.contains("a ZIP archive"), message);
	}

	@Test
	void findingsAreOrderedBySeverity() {
		Finding soon = new Finding(Kind.EXPIRES_SOON, List.of(new Date()));
		Finding unusable = new Finding(Kind.KEY_UNUSABLE, List.of());
		assertTrue(unusable.compareTo(soon) < 0);
		assertEquals(0, unusable.compareTo(unusable));
	}
}
