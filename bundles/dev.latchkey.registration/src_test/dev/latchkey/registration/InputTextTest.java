package dev.latchkey.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTest {

	private static final String ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

	@ParameterizedTest
	@ValueSource(strings = { ID, "0A1B2C3D-4E5F-6789-ABCD-EF0123456789", "{0a1b2c3d-4e5f-6789-abcd-ef0123456789}",
			"  0a1b2c3d-4e5f-6789-abcd-ef0123456789\n", "\u00a00a1b2c3d-4e5f-6789-abcd-ef0123456789\u200b",
			"0a1b2c3d 4e5f 6789 abcd ef0123456789", "0a1b2c3d4e5f6789abcdef0123456789",
			"\"0a1b2c3d-4e5f-6789-abcd-ef0123456789\"", "0a1b2c3d- 4e5f-6789-abcd-ef0123456789" })
	void anySpellingOfAGuidIsAnApplicationId(String text) {
		assertEquals(new ApplicationIdText(ApplicationIdText.Kind.VALID, ID), ApplicationIdText.of(text));
	}

	@ParameterizedTest
	@CsvSource({ "'',EMPTY", "' {} ',EMPTY", "contoso.onmicrosoft.com,DOMAIN", "admin@contoso.example,ACCOUNT",
			"Ab1~Q.cdefghijklmnopqrstuvwxyz0123456789,SECRET", "https://entra.microsoft.com/x,ADDRESS",
			"8A1F9C3E5B7D2A4C6E8F0B1D3C5A7E9F1B2D4C6A,THUMBPRINT", "00000000-0000-0000-0000-000000000000,ZERO",
			"0a1b2c3d-4e5f-6789-abcd,MALFORMED", "0a1b2c3d-4e5f-6789-abcd-ef012345678g,MALFORMED",
			"Contoso Backup,MALFORMED" })
	void whatIsSomethingElseIsNamed(String text, ApplicationIdText.Kind kind) {
		assertEquals(kind, ApplicationIdText.of(text).kind());
	}

	@ParameterizedTest
	@CsvSource({ "admin@contoso.example,VALID", "' o''neil+x@Sub.Contoso.example ',VALID", "müller@bücher.example,VALID",
			"guest_fabrikam.example#EXT#@contoso.example,VALID", "'',EMPTY", "admin,NO_DOMAIN", "admin@,NO_DOMAIN",
			"contoso.example,NO_NAME", "@contoso.example,NO_NAME", "CONTOSO\\admin,DOWN_LEVEL", "a b@contoso.example,MALFORMED",
			"a@b@contoso.example,MALFORMED", "admin@contoso,MALFORMED", "admin@contoso..example,MALFORMED",
			"admin@" + ID + ",MALFORMED", ID + ",NO_DOMAIN" })
	void accountsAreToldApart(String text, AccountText.Kind kind) {
		assertEquals(kind, AccountText.of(text).kind());
	}

	@Test
	void anAccountKnowsItsDomain() {
		assertEquals("sub.contoso.example", AccountText.of("a@Sub.Contoso.example").domain());
		assertEquals("xn--bcher-kva.example", AccountText.of("a@bücher.example").domain());
	}

	@ParameterizedTest
	@CsvSource({ "Contoso.example,VALID,contoso.example", "@contoso.example,VALID,contoso.example",
			"contoso.onmicrosoft.com.,VALID,contoso.onmicrosoft.com", "bücher.example,VALID,xn--bcher-kva.example",
			"'  ',EMPTY,''", "admin@contoso.example,ACCOUNT,admin@contoso.example", "https://contoso.example,ADDRESS,https://contoso.example",
			"contoso,MALFORMED,contoso", "-contoso.example,MALFORMED,-contoso.example",
			"con toso.example,MALFORMED,con toso.example", "' {0A1B2C3D-4E5F-6789-abcd-EF0123456789} ',TENANT_ID," + ID,
			"0a1b2c3d-4e5f-6789-abcd,MALFORMED,0a1b2c3d-4e5f-6789-abcd", "contoso_x.example,MALFORMED,contoso_x.example" })
	void domainsAreToldApart(String text, DomainText.Kind kind, String value) {
		assertEquals(new DomainText(kind, value), DomainText.of(text));
	}

	@Test
	void tooLongDomainsAreNone() {
		assertEquals(DomainText.Kind.MALFORMED, DomainText.of("a.".repeat(130) + "example").kind());
		assertEquals(DomainText.Kind.MALFORMED, DomainText.of("a".repeat(64) + ".example").kind());
		assertTrue(DomainText.of("a".repeat(63) + ".example").kind() == DomainText.Kind.VALID);
	}
}
