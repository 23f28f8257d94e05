package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.WidgetIds;

/** The wizard over a connection that is there. */
class EditTest {

	private static Connection connection(String cloud, CertificateReference certificate) {
		return new Connection(UUID.fromString("9a1c0000-0000-4000-8000-000000000001"), 0, "Contoso Ltd", cloud,
				"6f7c9d0e-0000-4000-8000-00000000c0de", "contoso.com", Optional.empty(), OpenWizard.APPLICATION,
				Optional.empty(), certificate, Instant.parse("2027-05-01T00:00:00Z"), List.of(), Set.of(Service.SHAREPOINT), "",
				Proof.NONE);
	}

	@Test
	void showsTheConnectionsValues() {
		Connection connection = connection("us-gov-l4", new CertificateReference("gone", "A".repeat(64)));
		try (OpenWizard wizard = new OpenWizard(Optional.of(connection))) {
			WidgetDriver driver = wizard.driver();
			assertFalse(driver.checked(WidgetIds.EXCHANGE));
			assertTrue(driver.checked(WidgetIds.SHAREPOINT));
			assertEquals("US Government L4 (GCC High)", driver.text(WidgetIds.REGION));
			wizard.next();
			wizard.waitForPage("Application");
			assertEquals("contoso.com", driver.text(WidgetIds.ORGANIZATION_NAME));
			assertEquals(OpenWizard.APPLICATION, driver.text(WidgetIds.APPLICATION_ID));
			wizard.waitForMessage("not on this computer any more");
			assertFalse(wizard.nextEnabled());
			wizard.keep("application-edit");
			wizard.generateCertificate();
			driver.click(WidgetIds.GRANT);
			driver.waitUntil("Next", wizard::nextEnabled);
			wizard.next();
			driver.waitUntil("proven", wizard::finishEnabled);
			driver.clickText("Finish");
			driver.waitUntil("saved", () -> !wizard.saved().isEmpty());
			assertEquals(connection.id(), wizard.saved().get(0).id());
			assertEquals(Connection.State.CONNECTED, wizard.saved().get(0).state());
		}
	}

	@Test
	void saysWhenTheRegionIsGone() {
		Connection connection = connection("lab", new CertificateReference("gone", "A".repeat(64)));
		try (OpenWizard wizard = new OpenWizard(Optional.of(connection))) {
			wizard.waitForMessage("\"lab\" of this connection is not known any more");
		}
	}
}
