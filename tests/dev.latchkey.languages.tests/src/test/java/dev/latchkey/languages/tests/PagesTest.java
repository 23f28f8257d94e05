package dev.latchkey.languages.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages for administrators name is what administrators see, in each language. */
class PagesTest {

	private static final Pattern EMPHASIS = Pattern.compile("\\*\\*([^*]+)\\*\\*|(?<!\\*)\\*(?=[^\\s*])([^*]+)\\*(?!\\*)");
	private static final Pattern MARKS = Pattern.compile("\\(&\\w\\)|&|</?a>|<<|>>|:$");

	@ParameterizedTest
	@ValueSource(strings = { "getting-started", "organizations", "troubleshooting" })
	void aLabelIsNamedInTheLanguageOfThePage(String page) {
		Map<String, Set<String>> german = germanLabels();
		List<String> labels = emphasized("docs/" + page + ".md").stream().filter(german::containsKey).toList();
		Set<String> named = emphasized("docs/de/" + page + ".md");
		assertTrue(labels.size() > 2, labels::toString);
		assertEquals(List.of(), labels.stream().filter(label -> Collections.disjoint(german.get(label), named)).toList(), named::toString);
	}

	@Test
	void germanPagesAddressPeopleFormally() {
		List<Path> pages = TextFile.files(TextFile.ROOT.resolve("docs/de")).toList();
		assertTrue(pages.size() > 5, pages::toString);
		assertEquals(List.of(), pages.stream().filter(page -> LanguagesTest.INFORMAL.matcher(words(page)).find()).toList());
	}

	/** Without code. */
	private static String words(Path page) {
		return TextFile.content(page).replaceAll("`[^`]*`", "");
	}

	/** What each label of the interface is called in German; the same English one may be called otherwise elsewhere. */
	private static Map<String, Set<String>> germanLabels() {
		Map<String, Set<String>> labels = new HashMap<>();
		for (TextFile file : TextFile.all()) {
			file.texts().forEach((key, text) -> {
				String english = label((String) text);
				String german = label(file.texts("de").getProperty((String) key, ""));
				labels.computeIfAbsent(english, each -> new TreeSet<>()).add(german);
			});
		}
		return labels;
	}

	private static String label(String text) {
		return MARKS.matcher(text).replaceAll("").strip();
	}

	private static Set<String> emphasized(String page) {
		return EMPHASIS.matcher(TextFile.content(TextFile.ROOT.resolve(page))).results()
				.map(found -> (found.group(1) == null ? found.group(2) : found.group(1)).replaceAll("\\s+", " "))
				.flatMap(path -> Stream.of(path.split(" › ")))
				.collect(Collectors.toCollection(TreeSet::new));
	}
}
