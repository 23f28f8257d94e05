package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.ProfileCatalog;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;

/** Whose permissions are asked for: said always, chosen where there is a choice, remembered for the next time. */
class ProfileTest {

	private static final String MAIL = profile("com.contoso.mail", "Mail archive", "Exchange.ManageAsApp");
	private static final String SITES = profile("com.fabrikam.sites", "Site reports", "full_access_as_app");

	@TempDir
	private Path folder;

	private static String profile(String id, String name, String permission) {
		return """
				{ "id": "%s", "name": "%s", "vendor": "Contoso",
				  "permissions": [ { "resource": "Office 365 Exchange Online", "value": "%s", "services": ["exchange"], "reason": "reads mail" } ] }
				""".formatted(id, name, permission);
	}

	private void bring(String... profiles) throws IOException {
		StringBuilder paths = new StringBuilder();
		for (String content : profiles) {
			Path file = Files.createTempFile(folder, "profile", ".json");
			paths.append(Files.writeString(file, content)).append('\n');
		}
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(ProfileCatalog.PROFILE_FILES, paths.toString());
	}

	@AfterEach
	void forget() {
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).remove(ProfileCatalog.PROFILE_FILES);
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).remove(Choices.PROFILE);
	}

	private static Connection connection(String profileId) {
		return new Connection(UUID.randomUUID(), 0, "Contoso Ltd", "global", "6f7c9d0e-0000-4000-8000-00000000c0de",
				"contoso.com", Optional.of("alex@contoso.com"), OpenWizard.APPLICATION, Optional.empty(),
				new CertificateReference("gone", "A".repeat(64)), Instant.parse("2027-05-01T00:00:00Z"),
				List.of(), Set.of(Service.EXCHANGE), profileId,
				new Proof(Connection.State.CONNECTED, Optional.empty(), Set.of(), Optional.empty()));
	}

	@Test
	void theOnlyOneIsSaid() throws IOException {
		bring(MAIL);
		try (OpenWizard wizard = new OpenWizard()) {
			assertEquals("Mail archive (Contoso)", wizard.driver().text(WidgetIds.PROFILE));
			wizard.keep("organization-profile");
		}
	}

	@Test
	void oneOfSeveralIsChosenAndRemembered() throws IOException {
		bring(MAIL, SITES);
		try (OpenWizard wizard = new OpenWizard()) {
			assertEquals("Mail archive (Contoso)", wizard.driver().text(WidgetIds.PROFILE));
			wizard.driver().select(WidgetIds.PROFILE, "Site reports (Contoso)");
			wizard.keep("organization-profiles");
			wizard.fillApplication();
			wizard.driver().click(WidgetIds.GRANT);
			wizard.next();
			wizard.driver().waitUntil("proven", wizard::finishEnabled);
			wizard.driver().clickText("Finish");
			wizard.driver().waitUntil("saved", () -> !wizard.saved().isEmpty());
			assertEquals("com.fabrikam.sites", wizard.saved().get(0).profileId());
		}
		try (OpenWizard wizard = new OpenWizard()) {
			assertEquals("Site reports (Contoso)", wizard.driver().text(WidgetIds.PROFILE));
		}
	}

	@Test
	void anAccountIsAskedForWhenAProfileNeedsIt() throws IOException {
		bring(MAIL, SITES);
		try (OpenWizard wizard = new OpenWizard()) {
			wizard.next();
			wizard.waitForPage("Application");
			assertFalse(wizard.driver().has(WidgetIds.ACCOUNT));
			assertTrue(wizard.driver().has(WidgetIds.ORGANIZATION_NAME));
			wizard.back();
			wizard.driver().select(WidgetIds.PROFILE, "Site reports (Contoso)");
			wizard.next();
			wizard.waitForPage("Application");
			assertTrue(wizard.driver().has(WidgetIds.ACCOUNT));
		}
	}

	@Test
	void aConnectionKeepsItsOwn() throws IOException {
		bring(MAIL, SITES);
		try (OpenWizard wizard = new OpenWizard(Optional.of(connection("com.fabrikam.sites")))) {
			assertEquals("Site reports (Contoso)", wizard.driver().text(WidgetIds.PROFILE));
		}
	}

	@Test
	void latchkeysOwnIsThereForAConnectionThatHasIt() throws IOException {
		bring(MAIL);
		try (OpenWizard wizard = new OpenWizard(Optional.of(connection("dev.latchkey.backup")))) {
			assertTrue(wizard.driver().text(WidgetIds.PROFILE).endsWith("(Latchkey)"));
			wizard.driver().select(WidgetIds.PROFILE, "Mail archive (Contoso)");
		}
	}

	@Test
	void aProfileThatIsGoneIsTold() throws IOException {
		bring(MAIL);
		try (OpenWizard wizard = new OpenWizard(Optional.of(connection("com.litware.gone")))) {
			wizard.waitForMessage("\"com.litware.gone\" of this connection is not known any more");
			assertTrue(wizard.nextEnabled());
		}
	}

	@Test
	void aDamagedFileIsToldWithItsLine() throws IOException {
		bring(MAIL, "{\n  \"id\": 7\n}");
		try (OpenWizard wizard = new OpenWizard()) {
			wizard.waitForMessage("line 2");
			assertTrue(wizard.nextEnabled());
			wizard.keep("organization-profile-damaged");
		}
	}
}
