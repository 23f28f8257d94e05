package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.ui.internal.WidgetIds;

/** The page that shows what will change: everything on it, and what can be done with it without changing anything. */
class ReviewPageTest {

	private OpenWizard wizard;
	private WidgetDriver driver;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	private void review() {
		wizard.fillApplication();
		wizard.signIn();
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", wizard::nextEnabled);
	}

	private String row(String part) {
		return driver.rows(WidgetIds.REVIEW_ITEMS).stream().filter(row -> row.contains(part)).findFirst().orElse("");
	}

	@Test
	void tellsWhoAsksAndWhoCanDoIt() {
		review();
		assertTrue(driver.text(WidgetIds.REVIEW_FACTS).startsWith("Asked for by Latchkey: "),
				driver.text(WidgetIds.REVIEW_FACTS));
		assertTrue(row("CN=Latchkey").contains("Will be added | Application Administrator"), row("CN=Latchkey"));
		assertTrue(row("Directory.Read.All").contains("Already there |  | "), row("Directory.Read.All"));
	}

	@Test
	void whatBelongsToOthersStays() {
		review();
		assertTrue(row("CN=Backup 2026").contains("Stays as it is"));
		assertTrue(row("Mail.Read").contains("Stays as it is"));
		assertEquals(1, driver.rows(WidgetIds.REVIEW_ITEMS).stream().filter(row -> row.contains("CN=Backup 2024")).count());
	}

	@Test
	void showsTheRequestsOnDemand() {
		review();
		driver.selectRow(WidgetIds.REVIEW_ITEMS, "CN=Latchkey");
		assertFalse(driver.text(WidgetIds.REVIEW_DETAILS).contains("PATCH"));
		driver.click(WidgetIds.REVIEW_REQUESTS);
		assertTrue(driver.text(WidgetIds.REVIEW_DETAILS)
				.startsWith("PATCH https://graph.microsoft.com/v1.0/applications/0b7e\n{"), driver.text(WidgetIds.REVIEW_DETAILS));
		wizard.keep("review-requests");
		driver.selectRow(WidgetIds.REVIEW_ITEMS, "Mail.Read");
		assertEquals("Nothing is sent for this.", driver.text(WidgetIds.REVIEW_DETAILS));
	}

	@Test
	void removesExpiredCertificatesOnlyWhenTicked() {
		review();
		String before = driver.text(WidgetIds.REVIEW_SUMMARY);
		assertTrue(row("CN=Backup 2024").contains("Stays as it is"));
		driver.selectRow(WidgetIds.REVIEW_ITEMS, "CN=Backup 2024");
		driver.tickAll(WidgetIds.REVIEW_EXPIRED, true);
		driver.waitUntil("it is told", () -> row("CN=Backup 2024").contains("Will be removed"));
		assertFalse(before.equals(driver.text(WidgetIds.REVIEW_SUMMARY)));
		assertTrue(driver.text(WidgetIds.REVIEW_DETAILS).contains("Will be removed"), "the selection stays");
		wizard.keep("review-remove");
		driver.tickAll(WidgetIds.REVIEW_EXPIRED, false);
		driver.waitUntil("it stays", () -> row("CN=Backup 2024").contains("Stays as it is"));
		assertEquals(before, driver.text(WidgetIds.REVIEW_SUMMARY));
	}

	@Test
	void tellsTheOrganizationsPolicyAndItsLimit() {
		wizard.registration().policy = Optional.of(new CredentialPolicy("Short lives", Optional.of(Duration.ofDays(180)), true));
		review();
		String facts = driver.text(WidgetIds.REVIEW_FACTS);
		assertTrue(facts.contains("\"Short lives\" accepts certificates that are valid for 180 days at most"), facts);
		assertTrue(facts.contains("only certificates of trusted issuers"), facts);
		wizard.keep("review-policy");
	}
}
