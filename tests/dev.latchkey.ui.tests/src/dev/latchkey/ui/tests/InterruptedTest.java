package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.SelfSignedRequest;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.ui.internal.WidgetIds;

/** A run whose process ended is offered when the wizard opens. */
class InterruptedTest {

	private static final String GONE = "a".repeat(64);

	private final AtomicReference<JournalRun> run = new AtomicReference<>();

	private OpenWizard open(String certificate) {
		return new OpenWizard(Optional.empty(),
				services -> run.set(services.registration().journal.interrupted(certificate)));
	}

	private OpenWizard openWithCertificate() {
		return new OpenWizard(Optional.empty(), services -> {
			try {
				CertificateReference kept = services.provider()
						.add(services.get().issuer().issue(new SelfSignedRequest("Interrupted", 2048, 12), Cancellation.NEVER),
								Cancellation.NEVER)
						.reference();
				run.set(services.registration().journal.interrupted(kept.sha256().toLowerCase()));
			} catch (CertificateAccessException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	@Test
	void tellsWhatIsKnown() {
		try (OpenWizard wizard = open(GONE)) {
			wizard.waitForPage("Interrupted");
			assertTrue(wizard.driver().rows(WidgetIds.INTERRUPTED_RUNS).get(0).startsWith("Contoso Backup | contoso.com | "));
			String details = wizard.driver().text(WidgetIds.INTERRUPTED_DETAILS);
			assertTrue(details.contains("Certificate CN=Latchkey\n"), details);
			assertTrue(details.contains("Group.Read.All (begun; may or may not be there)"), details);
			wizard.keep("interrupted");
		}
	}

	@Test
	void resumingTakesEverythingFromTheRun() {
		try (OpenWizard wizard = openWithCertificate()) {
			wizard.waitForPage("Interrupted");
			wizard.next();
			wizard.waitForPage("Sign In");
			wizard.registration().signIns.add(Optional.empty());
			wizard.driver().waitUntil("signed in", wizard::nextEnabled);
			wizard.next();
			wizard.waitForPage("Review");
			wizard.driver().waitUntil("plan", wizard::nextEnabled);
			wizard.next();
			wizard.driver().waitUntil("proven", wizard::finishEnabled);
			assertEquals(1, wizard.registration().journal.runs().size());
			wizard.driver().clickText("Finish");
			wizard.driver().waitUntil("saved", () -> !wizard.saved().isEmpty());
			assertEquals(OpenWizard.APPLICATION, wizard.saved().get(0).applicationId());
			assertEquals(Optional.of("alex@contoso.com"), wizard.saved().get(0).account());
			assertEquals(run.get().certificate(), wizard.saved().get(0).certificate().sha256().toLowerCase());
		}
	}

	@Test
	void resumingNeedsTheCertificate() {
		try (OpenWizard wizard = open(GONE)) {
			wizard.waitForPage("Interrupted");
			wizard.next();
			wizard.waitForMessage("certificate is not on this computer");
			assertEquals("Interrupted", wizard.pageTitle());
		}
	}

	@Test
	void undoingNeedsNoMoreThanTheRunDid() {
		try (OpenWizard wizard = open(GONE)) {
			WidgetDriver driver = wizard.driver();
			wizard.waitForPage("Interrupted");
			driver.click(WidgetIds.INTERRUPTED_UNDO);
			wizard.next();
			wizard.waitForPage("Sign In");
			wizard.registration().signIns.add(Optional.empty());
			driver.waitUntil("signed in", wizard::nextEnabled);
			assertEquals(Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS),
					wizard.registration().asked.get(0));
			wizard.next();
			wizard.waitForPage("Undo");
			driver.waitUntil("undone", wizard::finishEnabled);
			assertTrue(driver.rows(WidgetIds.UNDO_ACTIONS).get(1).contains("Was not there"));
			wizard.keep("undo-interrupted");
			driver.clickText("Finish");
			driver.waitUntil("closed", () -> !driver.hasShell(OpenWizard.TITLE));
			assertTrue(wizard.registration().journal.runs().get(0).state() == JournalRun.State.UNDONE);
		}
	}

	@Test
	void leavingItAsItIsAsksNoMore() {
		try (OpenWizard wizard = open(GONE)) {
			wizard.waitForPage("Interrupted");
			wizard.driver().click(WidgetIds.INTERRUPTED_LEAVE);
			wizard.next();
			wizard.waitForPage("Organization");
			assertFalse(wizard.driver().enabledText("< Back"));
			assertEquals(JournalRun.State.FINISHED, wizard.registration().journal.runs().get(0).state());
		}
	}

	@Test
	void decidingLaterChangesNothing() {
		try (OpenWizard wizard = open(GONE)) {
			wizard.waitForPage("Interrupted");
			wizard.driver().click(WidgetIds.INTERRUPTED_LATER);
			wizard.next();
			wizard.waitForPage("Organization");
			assertEquals(JournalRun.State.INTERRUPTED, wizard.registration().journal.runs().get(0).state());
			assertTrue(wizard.driver().enabledText("< Back"));
			wizard.fillApplication();
			wizard.signIn();
		}
	}
}
