package dev.latchkey.registration.graph.profile;

import static dev.latchkey.registration.Service.EXCHANGE;
import static dev.latchkey.registration.Service.SHAREPOINT;
import static dev.latchkey.registration.Service.TEAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;

class ProfileFormatTest {

	private static final Set<String> CLOUDS = Set.of("global", "us-gov-l4", "us-gov-l5", "china");

	/** One line each, so that a replaced line's number is known. */
	private static final String GOOD = """
			{
			  "id": "example.x",
			  "name": "X",
			  "vendor": "Example",
			  "permissions": [
			    {
			      "resource": "Microsoft Graph",
			      "value": "Sites.Read.All",
			      "services": ["sharepoint"],
			      "exceptClouds": ["china"],
			      "reason": "lists sites"
			    },
			    {
			      "resource": "Microsoft Graph",
			      "value": "Sites.Read.All",
			      "services": ["sharepoint"],
			      "clouds": ["china"],
			      "reason": "lists sites"
			    }
			  ],
			  "directoryRoles": [
			    {
			      "templateId": "F2EF992C-3afb-46b9-b7cf-a126ee74c451",
			      "name": "Global Reader",
			      "services": ["exchange"],
			      "reason": "reads"
			    }
			  ]
			}
			""";

	private static PermissionProfile read(String content, Locale locale) throws MalformedException {
		return new ProfileFormat(CLOUDS, locale).read(content);
	}

	private static List<String> values(PermissionProfile profile, Set<Service> services) {
		return profile.permissions(services, MicrosoftClouds.GLOBAL).stream().map(PermissionNeed::value).toList();
	}

	private static String documentation() throws IOException {
		Path file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
				.map(folder -> folder.resolve("docs/permission-profiles.md")).filter(Files::exists).findFirst()
				.orElseThrow();
		return Files.readString(file);
	}

	@Test
	void theExampleOfTheDocumentationIsRead() throws Exception {
		Matcher json = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(documentation());
		assertTrue(json.find());
		PermissionProfile profile = read(json.group(1), Locale.GERMAN);

		assertEquals("Beispiel-Archiv", profile.name());
		assertEquals("Example Ltd.", profile.vendor());
		assertEquals(List.of("Directory.Read.All", "Sites.Read.All", "ActivityFeed.Read"),
				values(profile, Set.of(SHAREPOINT)));
		assertEquals(List.of("Directory.Read.All"), values(profile, Set.of(TEAMS)));
		assertEquals("liest Benutzer und Gruppen",
				profile.permissions(Set.of(TEAMS), MicrosoftClouds.GLOBAL).get(0).reason());
		assertEquals("Global Reader",
				profile.directoryRoles(Set.of(EXCHANGE), MicrosoftClouds.GLOBAL).get(0).name());
		assertEquals(List.of(), profile.directoryRoles(Set.of(SHAREPOINT), MicrosoftClouds.GLOBAL));
	}

	@Test
	void theDocumentationNamesEveryService() throws Exception {
		String text = documentation();
		for (Service service : Service.values()) {
			assertTrue(text.contains('`' + service.name().toLowerCase(Locale.ROOT) + '`'), service.name());
		}
		MicrosoftClouds.ALL.forEach(cloud -> assertTrue(text.contains('`' + cloud.id() + '`'), cloud.id()));
	}

	@Test
	void cloudsMayDiffer() throws Exception {
		PermissionProfile profile = read(GOOD.replace("\"Sites.Read.All\",\n      \"services\": [\"sharepoint\"],\n      \"clouds\"",
				"\"Sites.ReadWrite.All\",\n      \"services\": [\"sharepoint\"],\n      \"clouds\""), Locale.ENGLISH);

		assertEquals(List.of("Sites.Read.All"), values(profile, Set.of(SHAREPOINT)));
		assertEquals("Sites.ReadWrite.All",
				profile.permissions(Set.of(SHAREPOINT), MicrosoftClouds.CHINA).get(0).value());
	}

	@Test
	void idsAreInLowerCaseAndAKnownResourceKeepsItsName() throws Exception {
		PermissionProfile profile = read(GOOD.replaceFirst("\"Microsoft Graph\"",
				"{\"appId\": \"00000003-0000-0000-C000-000000000000\", \"name\": \"Graph\"}"), Locale.ENGLISH);

		assertEquals(Resource.MICROSOFT_GRAPH,
				profile.permissions(Set.of(SHAREPOINT), MicrosoftClouds.GLOBAL).get(0).resource());
		assertEquals("f2ef992c-3afb-46b9-b7cf-a126ee74c451",
				profile.directoryRoles(Set.of(EXCHANGE), MicrosoftClouds.GLOBAL).get(0).templateId());
	}

	@ParameterizedTest
	@CsvSource({ "de, Deutsch", "de-AT, Deutsch", "pt-BR, Brasil", "pt, English", "ja, English" })
	void aTextIsInTheReadersLanguageOrEnglish(String tag, String expected) throws Exception {
		String content = GOOD.replace("\"X\"", "{\"en\": \"English\", \"de\": \"Deutsch\", \"pt-BR\": \"Brasil\"}");

		assertEquals(expected, read(content, Locale.forLanguageTag(tag)).name());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			// replaced, by what, line, column, what the message names
			"\"vendor\"          | \"vender\"                | 4  | 3  | \"vender\"",
			"\"example.x\"       | \"dev.latchkey.backup\"   | 2  | 9  | dev.latchkey.",
			"\"example.x\"       | \"a b\"                   | 2  | 9  | a b",
			"\"example.x\"       | 5                         | 2  | 9  | text",
			"\"example.x\"       | \"\"                      | 2  | 9  | empty",
			"\"X\"               | {\"de\": \"X\"}           | 3  | 11 | \"en\"",
			"\"X\"               | {\"en\":\"X\", \"??\":\"X\"} | 3 | 22 | ??",
			"\"X\"               | {\"en\":\"X\", \"en\":\"Y\"} | 3 | 22 | twice",
			"\"X\",              | \"X\\u0007\",             | 3  | 11 | control",
			"\"X\",              | \"X\" // a comment        | 3  | 16 | JSON",
			"\"Microsoft Graph\" | \"Graph\"                 | 7  | 19 | Microsoft Graph",
			"\"Microsoft Graph\" | {\"appId\": \"1\", \"name\": \"A\"} | 7 | 29 | 00000000-",
			"\"Microsoft Graph\" | {\"appId\": \"f2ef992c-3afb-46b9-b7cf-a126ee74c451\"} | 7 | 19 | \"name\"",
			"\"Sites.Read.All\"  | \"Sites Read\"            | 8  | 16 | Sites Read",
			"\"Sites.Read.All\"  | null                      | 8  | 16 | text",
			"[\"sharepoint\"]    | [\"onedrive\"]            | 9  | 20 | exchange, sharepoint, teams",
			"[\"sharepoint\"]    | [\"teams\", \"teams\"]    | 9  | 29 | twice",
			"[\"sharepoint\"]    | []                        | 9  | 19 | empty",
			"[\"sharepoint\"]    | \"sharepoint\"            | 9  | 19 | list",
			"[\"china\"]         | [\"chnia\"]               | 10 | 24 | chnia",
			"[\"china\"]         | [\"global\"]              | 13 | 5  | Sites.Read.All",
			"\"reason\": \"lists sites\" | \"reason\": \"lists sites\", \"clouds\": [\"china\"] | 10 | 23 | exceptClouds",
			"\"lists sites\"     | 1                         | 11 | 17 | text",
			"\"F2EF992C          | \"G2EF992C                | 23 | 21 | 00000000-",
			"\"Global Reader\",  |                           | 22 | 5  | \"name\"" })
	void aMistakeIsToldWithItsPlace(String replaced, String by, int line, int column, String named) {
		String content = GOOD.replaceFirst(Pattern.quote(replaced), Matcher.quoteReplacement(by == null ? "" : by));
		if (by == null) {
			content = GOOD.replace("      \"name\": \"Global Reader\",\n", "");
		}
		String wrong = content;
		MalformedException e = assertThrows(MalformedException.class, () -> read(wrong, Locale.ENGLISH));

		assertEquals(line + ":" + column, e.position().line() + ":" + e.position().column(), e.getMessage());
		assertTrue(e.getMessage().contains(named), e.getMessage());
		assertFalse(e.getMessage().contains("{0}") || e.getMessage().contains("''"), e.getMessage());
	}

	@Test
	void theSameRoleTwiceIsRefused() {
		String role = GOOD.substring(GOOD.indexOf("    {\n      \"templateId\""), GOOD.indexOf("  ]\n}"));
		String wrong = GOOD.replace(role, role.stripTrailing() + ",\n" + role);

		assertEquals(28, assertThrows(MalformedException.class, () -> read(wrong, Locale.ENGLISH)).position().line());
	}

	@Test
	void everyPrefixOfAFileIsRefused() {
		String whole = GOOD.stripTrailing();
		for (int length = 0; length < whole.length(); length++) {
			String part = whole.substring(0, length);
			assertThrows(MalformedException.class, () -> read(part, Locale.ENGLISH), part);
		}
	}

	@Test
	void depthsAreRefusedBeforeTheyHurt() {
		String deep = "[".repeat(100_000);

		assertEquals(new PositionReader.Position(1, 18),
				assertThrows(MalformedException.class, () -> read(deep, Locale.ENGLISH)).position());
	}

	@Test
	void somethingBehindTheProfileIsRefused() {
		assertEquals(30, assertThrows(MalformedException.class, () -> read(GOOD + "{}", Locale.ENGLISH)).position().line());
	}

	@Test
	void linesOfWindowsCountAsOne() {
		String wrong = GOOD.replace("vendor", "vender").replace("\n", "\r\n");

		assertEquals(new PositionReader.Position(4, 3),
				assertThrows(MalformedException.class, () -> read(wrong, Locale.ENGLISH)).position());
	}
}
