package dev.latchkey.ui.internal.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.forms.Notice;
import dev.latchkey.ui.internal.forms.Notice.Level;

class ValidatorsTest {

	@ParameterizedTest
	@ValueSource(strings = { "alex@contoso.com", " Alex.O'Neil@sub.contoso.co.uk ", "a_b#EXT#@x.onmicrosoft.com" })
	void acceptsAccounts(String text) {
		assertEquals(Optional.empty(), new AccountValidator().apply(text));
	}

	@ParameterizedTest
	@CsvSource({ "contoso.com,This is a domain", "@contoso.com,This is a domain", "alex,The domain is missing",
			"alex@,The domain is missing", "CONTOSO\\alex,is a Windows name", "alex@contoso,This is not a user account",
			"al ex@contoso.com,This is not a user account" })
	void namesWhatAnAccountIsInstead(String text, String part) {
		assertError(new AccountValidator().apply(text), part);
	}

	@ParameterizedTest
	@ValueSource(strings = { "contoso.com", "@contoso.com", "CONTOSO.onmicrosoft.com", "münchen.de" })
	void acceptsOrganizations(String text) {
		assertEquals(Optional.empty(), new OrganizationValidator().apply(text));
	}

	@ParameterizedTest
	@CsvSource({ "alex@contoso.com,This is a user account", "https://contoso.com,This is a web address",
			"contoso,This is not a domain" })
	void namesWhatAnOrganizationIsInstead(String text, String part) {
		assertError(new OrganizationValidator().apply(text), part);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "{1F0E2D3C-4B5A-6978-8796-A5B4C3D2E1F0}",
			" 1f0e2d3c4b5a69788796a5b4c3d2e1f0 " })
	void acceptsApplicationIds(String text) {
		assertEquals(Optional.empty(), new ApplicationIdValidator().apply(text));
	}

	@ParameterizedTest
	@CsvSource({ "00000000-0000-0000-0000-000000000000,placeholder", "contoso.com,This is a domain",
			"alex@contoso.com,This is a user account", "abC8Q~defGhijKlmnoPqrstUvwxyz0123456789_a,client secret",
			"8F3C0A5D19E27B64C1D0AA5572E94B36F8810CDE,thumbprint", "https://entra.microsoft.com/x,web address",
			"1f0e2d3c-4b5a,This is not an application ID" })
	void namesWhatAnApplicationIdIsInstead(String text, String part) {
		assertError(new ApplicationIdValidator().apply(text), part);
	}

	@Test
	void asksForWhatIsMissingWithoutAlarm() {
		for (Optional<Notice> notice : Set.of(new AccountValidator().apply(" "), new OrganizationValidator().apply(""),
				new ApplicationIdValidator().apply(""), new ServicesValidator().apply(Set.of()))) {
			assertEquals(Level.PROMPT, notice.orElseThrow().level());
		}
	}

	@Test
	void oneServiceIsEnough() {
		assertFalse(new ServicesValidator().apply(Set.of(Service.SHAREPOINT)).isPresent());
	}

	private static void assertError(Optional<Notice> notice, String part) {
		assertEquals(Level.ERROR, notice.orElseThrow().level());
		assertTrue(notice.get().text().contains(part), notice.get().text());
	}
}
