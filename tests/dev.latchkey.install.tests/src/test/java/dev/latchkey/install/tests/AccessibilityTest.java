package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/**
 * Somebody who does not see the screen and has no mouse connects an organization, renews its certificate, and looks at all pages
 * of properties and preferences: in the installed console, with real keys, and with what AT-SPI tells a screen reader. Skipped,
 * with the reason, where a machine has no AT-SPI.
 */
class AccessibilityTest {

	@TempDir
	private static Path folder;
	private static Desktop desktop;
	private static ScreenReader reader;
	private static SimulatedTenant tenant;
	private static int before;
	private static final PageCheck CHECK = new PageCheck();

	@BeforeAll
	static void connectAndRenew() throws Exception {
		Optional<String> missing = Desktop.missing();
		assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		before = certificates();
		Installation console = Installation.copy(Project.workbench(), folder.resolve("console"));
		console.install(Project.repository(), "dev.latchkey.feature.feature.group");
		desktop = new Desktop(Files.createDirectory(folder.resolve("desktop")));
		Path customization = Files.writeString(folder.resolve("customization.ini"),
				"dev.latchkey.registration/cloudFiles=" + tenant.cloudFile() + "\n");
		desktop.add(console.start(List.of("-pluginCustomization", customization.toString()), desktop.environment()));
		reader = new ScreenReader(desktop.bus());
		KeyboardUser user = new KeyboardUser(desktop, reader);
		KeyboardJourney journey = new KeyboardJourney(user, tenant, CHECK);
		journey.connect();
		journey.renew();
		KeyboardPages pages = new KeyboardPages(user, CHECK);
		pages.lookAtProperties();
		pages.lookAtPreferences();
	}

	private static int certificates() {
		return tenant.directory().certificates(tenant.scenario().applicationId()).size();
	}

	@AfterAll
	static void leave() throws Exception {
		for (AutoCloseable each : new AutoCloseable[] { reader, desktop, tenant }) {
			if (each != null) {
				each.close();
			}
		}
	}

	@Test
	void anOrganizationIsConnectedAndRenewedByKeysAlone() {
		assertEquals(before + 2, certificates());
	}

	@Test
	void everyControlSaysWhatItIs() {
		assertEquals(List.of(), CHECK.nameless());
	}

	@Test
	void noTwoControlsOfAPageSayTheSame() {
		assertEquals(List.of(), CHECK.alike());
	}

	@Test
	void theKeyboardFollowsTheOrderOfReading() {
		assertEquals(List.of(), CHECK.outOfOrder());
	}

	@Test
	void theTabKeyComesToEveryControl() {
		assertEquals(List.of(), CHECK.unreached());
	}

	@Test
	void howItStandsIsAnnouncedWhileTheKeyboardIsElsewhere() {
		List<String> said = reader.changes();
		assertTrue(said.stream().anyMatch(each -> each.contains(KeyboardJourney.ADMIN)), said::toString);
		assertTrue(said.contains("Everything works: the connection is proven."), said::toString);
	}
}
