package dev.latchkey.languages.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts with numbers read well for none, one and two. */
class NumbersTest {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
	private static final Pattern COUNTED = Pattern.compile("(?<!of )\\{\\d(,number[^}]*)?} (seconds|minutes|hours|days|months|"
			+ "years|connections|certificates|organizations|permissions|changes|items|files)\\b");
	/** Names of texts that tell for how many they are. */
	private static final Pattern NAMED = Pattern.compile(".*(Many|Some|One)");
	/** What these count is a constant, or has another text for one under a name of its own. */
	private static final Set<String> NEVER_ONE = Set.of("usageValidity", "finding.LIFETIME_OVER_POLICY", "FilterRow_all",
			"RenewRows_done", "RenewRunPage_grace", "RetirePage_recent", "StandingText_days");

	static List<TextFile> files() {
		return TextFile.all();
	}

	@ParameterizedTest
	@MethodSource("files")
	void whatCanBeOneHasATextForOne(TextFile file) {
		Properties texts = file.texts();
		assertEquals(List.of(), texts.stringPropertyNames().stream()
				.filter(key -> COUNTED.matcher(texts.getProperty(key).replaceAll("\\{\\d,choice,.*}", "")).find())
				.filter(key -> !NEVER_ONE.contains(key) && !NAMED.matcher(key).matches())
				.filter(key -> !texts.containsKey(key + "One") && !texts.containsKey(key.replaceFirst("\\.1$", "") + ".one")).toList());
	}

	@ParameterizedTest
	@MethodSource("files")
	void noneOneAndTwoAreToldApart(TextFile file) {
		for (Locale language : LANGUAGES) {
			Properties texts = language == Locale.ENGLISH ? file.texts() : file.texts(language.getLanguage());
			texts.values().stream().map(String.class::cast).filter(text -> text.contains(",choice,"))
					.forEach(text -> assertToldApart(new MessageFormat(text, language)));
		}
	}

	private static void assertToldApart(MessageFormat format) {
		String one = with(format, 1);
		assertFalse(one.contains("1"), one);
		assertTrue(with(format, 2).contains("2"), with(format, 2));
		assertNotEquals(one, with(format, 2));
		for (int i = 0; i < 3; i++) {
			assertFalse(with(format, i).matches(".*[{}|#<].*"), with(format, i));
		}
	}

	/** Every number is this one, and every other value has no digits. */
	private static String with(MessageFormat format, int number) {
		Object[] values = Arrays.stream(format.getFormatsByArgumentIndex()).map(each -> each == null ? "some" : number).toArray();
		return format.format(values);
	}

	@Test
	void manyConnectionsAreCountedAsTheLanguageWritesNumbers() {
		TextFile commands = files().stream().filter(file -> file.path().toString().contains("cli")
				&& file.path().endsWith("messages.properties")).findFirst().orElseThrow();
		String text = commands.texts("de").getProperty("imported");
		assertTrue(new MessageFormat(text, Locale.GERMAN).format(new Object[] { 1200 }).contains(" 1.200 "), text);
	}
}
