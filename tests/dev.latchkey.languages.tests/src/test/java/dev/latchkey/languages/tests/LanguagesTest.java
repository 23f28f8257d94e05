package dev.latchkey.languages.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in every language, is used, and takes the same values everywhere. */
class LanguagesTest {

	/** The languages beside English. */
	private static final List<String> LANGUAGES = List.of("de");
	private static final Pattern VALUE = Pattern.compile("\\{\\d+(,(?!choice)[^{}]*)?");
	private static final Pattern MNEMONIC = Pattern.compile("&(.)");
	private static final Pattern END = Pattern.compile("(:|\u2026|\\.|\\?| |>>|\\])*$");
	/** As many words may be the same in two languages by chance, or because they are a name. */
	private static final int WORDS_OF_A_NAME = 5;
	static final Pattern INFORMAL = Pattern.compile("\\b(du|dir|dich|dein\\w*)\\b", Pattern.CASE_INSENSITIVE);

	static List<TextFile> files() {
		return TextFile.all();
	}

	@Test
	void theTextsAreFound() {
		Set<String> names = files().stream().map(file -> file.path().getFileName().toString()).collect(Collectors.toSet());
		assertTrue(names.containsAll(Set.of("messages.properties", "texts.properties", "help.properties", "plugin.properties",
				"feature.properties")), names::toString);
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyLanguageHasTheSameTexts(TextFile file) {
		Set<String> keys = new TreeSet<>(file.texts().stringPropertyNames());
		assertAll(LANGUAGES.stream().map(
				language -> () -> assertEquals(keys, new TreeSet<>(file.texts(language).stringPropertyNames()), language)));
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyTextIsUsedAndEveryFieldHasOne(TextFile file) {
		TextUse use = new TextUse(file);
		assertEquals(use.fields(), new TreeSet<>(file.texts().stringPropertyNames()));
		assertEquals(List.of(), use.fields().stream().filter(key -> !use.used(key)).toList());
	}

	@ParameterizedTest
	@MethodSource("files")
	void noTextIsThereTwice(TextFile file) {
		for (Path path : languages(file)) {
			Set<String> seen = new HashSet<>();
			assertEquals(List.of(), TextFile.keys(path).stream().filter(key -> !seen.add(key)).toList());
		}
	}

	/** The platform reads these files as ISO 8859-1, Java as UTF-8: what both read alike are escapes. */
	@ParameterizedTest
	@MethodSource("files")
	void lettersBeyondAsciiAreEscaped(TextFile file) {
		for (Path path : languages(file)) {
			assertEquals(List.of(), TextFile.content(path).lines().filter(line -> !line.matches("\\p{ASCII}*")).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void apostrophesAreDoubledWhereAndOnlyWhereValuesArePutIn(TextFile file) {
		for (Properties texts : allTexts(file)) {
			assertEquals(List.of(), texts.entrySet().stream()
					.filter(entry -> !apostrophesFit(file.use(), (String) entry.getValue())).toList());
		}
	}

	private static boolean apostrophesFit(TextFile.Use use, String text) {
		boolean formatted = use == TextFile.Use.FORMATTED || use == TextFile.Use.BOUND && VALUE.matcher(text).find();
		return formatted ? !text.replace("''", "").contains("'") : !text.contains("''");
	}

	@ParameterizedTest
	@MethodSource("files")
	void textsWithValuesCanBeFormatted(TextFile file) {
		if (file.use() != TextFile.Use.PLAIN) {
			for (Properties texts : allTexts(file)) {
				texts.values().forEach(text -> new MessageFormat((String) text));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyLanguageTakesTheSameValues(TextFile file) {
		compare(file, (english, other) -> values(english).equals(values(other)));
	}

	private static Set<String> values(String text) {
		return VALUE.matcher(text).results().map(result -> result.group()).collect(Collectors.toCollection(TreeSet::new));
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyLanguageHasTheSameMarks(TextFile file) {
		compare(file, (english, other) -> count(english, '\n') == count(other, '\n') && end(english).equals(end(other))
				&& english.contains("<a>") == other.contains("<a>") && english.contains("</a>") == other.contains("</a>"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyLanguageHasAMnemonicWhereEnglishHasOne(TextFile file) {
		compare(file, (english, other) -> mnemonics(english).size() == mnemonics(other).size()
				&& mnemonics(other).stream().allMatch(mnemonic -> Character.isLetterOrDigit(mnemonic.charAt(0))));
	}

	/** A mnemonic that is no letter of its text is shown in parentheses by some platforms and not at all by others. */
	@ParameterizedTest
	@MethodSource("files")
	void aMnemonicOfAMenuIsALetterOfItsText(TextFile file) {
		for (Properties texts : allTexts(file)) {
			for (String key : texts.stringPropertyNames()) {
				if (key.endsWith(".mnemonic")) {
					String item = key.substring(0, key.lastIndexOf('.'));
					String text = texts.getProperty(item, texts.getProperty(item + ".label", texts.getProperty(item + ".name", "")));
					String mnemonic = texts.getProperty(key).toLowerCase(Locale.ROOT);
					assertTrue(text.toLowerCase(Locale.ROOT).contains(mnemonic), key + ": " + text);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyTextIsTranslated(TextFile file) {
		compare(file, (english, other) -> !english.equals(other) || english.split("\\s+").length <= WORDS_OF_A_NAME);
	}

	@ParameterizedTest
	@MethodSource("files")
	void peopleAreAddressedFormally(TextFile file) {
		for (Object text : file.texts("de").values()) {
			assertFalse(INFORMAL.matcher((String) text).find(), (String) text);
		}
	}

	private static void compare(TextFile file, BiPredicate<String, String> same) {
		List<String> faults = new ArrayList<>();
		for (String language : LANGUAGES) {
			Properties others = file.texts(language);
			file.texts().forEach((key, text) -> {
				String other = others.getProperty((String) key);
				if (other != null && !same.test((String) text, other)) {
					faults.add(key + ": " + text + " / " + other);
				}
			});
		}
		assertEquals(List.of(), faults);
	}

	private static long count(String text, char wanted) {
		return text.chars().filter(each -> each == wanted).count();
	}

	private static String end(String text) {
		Matcher end = END.matcher(text);
		return end.find() ? end.group() : "";
	}

	private static List<String> mnemonics(String text) {
		return MNEMONIC.matcher(text.replace("&&", "").replace("& ", "")).results().map(result -> result.group(1)).toList();
	}

	private static List<Path> languages(TextFile file) {
		List<Path> paths = new ArrayList<>(List.of(file.path()));
		LANGUAGES.stream().map(file::in).filter(Files::exists).forEach(paths::add);
		return paths;
	}

	private static List<Properties> allTexts(TextFile file) {
		List<Properties> all = new ArrayList<>(List.of(file.texts()));
		LANGUAGES.stream().map(file::texts).forEach(all::add);
		return all;
	}
}
