package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.connection.Connection;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.tests.BrowserOfTests;
import dev.latchkey.ui.tests.WidgetDriver;

/** Up to the sign-in and through it, where the straight way is closed. */
class SignInJourneyTest {

	private static final int PATIENCE_SECONDS = 60;

	@TempDir
	private Path folder;
	private SimulatedTenant tenant;
	private Console console;
	private WidgetDriver driver;
	private KeyFiles keyFiles;

	@BeforeEach
	void start() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withChanges("{\"deviceCode\": {\"interval\": 1}}"));
		console = new Console(tenant);
		driver = console.driver();
		keyFiles = new KeyFiles(folder);
		BrowserOfTests.OPENED.clear();
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
		InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).remove(Choices.SIGN_IN_METHOD);
	}

	@Test
	void whereCodesAreBlockedTheBrowserGetsThere() throws Exception {
		String before = tenant.directory().state();
		console.openWizard();
		driver.select(WidgetIds.REGION, "Simulated tenant");
		application("Browser");
		console.next();
		console.waitForPage("Sign In");
		driver.waitUntil("a code", () -> !driver.text(WidgetIds.CODE).isBlank());
		tenant.deviceCodes().block(driver.text(WidgetIds.CODE), 53003);
		driver.click(WidgetIds.OTHER_WAY);
		String window = new Person(tenant.clientContext()).signIn(opened(), "admin@contoso.example");
		assertTrue(window.contains("You can close this window"), window);
		driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
		assertTrue(driver.text(WidgetIds.SIGN_IN_STATE).contains("admin@contoso.example"));
		console.keep("journey-signin-browser");
		console.next();
		console.waitForPage("Review");
		console.next();
		console.waitForPage("Connect");
		console.finish();

		assertEquals(Connection.State.CONNECTED, console.connections().get(0).state());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
	}

	@Test
	void aWrongRegionIsCorrected() throws Exception {
		try (SimulatedTenant other = SimulatedTenant.start(TenantOptions.defaults()
				.withChanges("{\"tenants\": {\"contoso\": {\"domains\": [\"woodgrove.example\", \"woodgrove.onmicrosoft.com\"]}}}"))) {
			console.useClouds(named("Other cloud", other.cloudFile()), tenant.cloudFile());
			console.openWizard();
			driver.select(WidgetIds.REGION, "Other cloud");
			application("Region");
			console.next();
			console.waitForPage("Sign In");
			assertEquals("contoso.example is in Simulated tenant, so the region was changed.",
					driver.text(WidgetIds.REGION_CHANGE));
			driver.waitUntil("a code", () -> !driver.text(WidgetIds.CODE).isBlank());
			String said = new Person(tenant.clientContext()).signIn(tenant.endpoints().devicePage(),
					driver.text(WidgetIds.CODE), "admin@contoso.example");
			assertTrue(said.contains("You have signed in"), said);
			driver.waitUntil("signed in", () -> driver.enabledText("Next >"));
			console.next();
			console.waitForPage("Review");
			console.next();
			console.waitForPage("Connect");
			console.finish();

			assertEquals(1, other.exchanges().size(), "the other cloud was told the domain, and nothing else");
		}
		Connection connection = console.connections().get(0);
		assertEquals(Connection.State.CONNECTED, connection.state());
		assertEquals(tenant.scenario().tenantId(), connection.tenantId());
	}

	private void application(String certificate) throws Exception {
		Path file = keyFiles.openssl(certificate, "secret");
		console.next();
		console.waitForPage("Application");
		driver.type(WidgetIds.ACCOUNT, "user@contoso.example");
		driver.type(WidgetIds.APPLICATION_ID, tenant.scenario().applicationId());
		console.selectCertificate(() -> {
			driver.click(WidgetIds.TYPE_FILE);
			console.next();
			driver.type(WidgetIds.FILE_PATH, file.toString());
			driver.type(WidgetIds.FILE_PASSWORD, "secret");
		});
	}

	private static URI opened() throws InterruptedException {
		URI address = BrowserOfTests.OPENED.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (address == null) {
			throw new AssertionError("No browser was opened");
		}
		return address;
	}

	/** The same cloud under another name. */
	private Path named(String name, Path cloud) throws Exception {
		JsonObject json = JsonParser.parseString(Files.readString(cloud)).getAsJsonObject();
		json.addProperty("id", "other");
		json.addProperty("name", name);
		return Files.writeString(folder.resolve("other.json"), json.toString());
	}
}
