package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.certificate.Thumbprint;
import dev.latchkey.certificate.pkcs11.tests.Hsm;
import dev.latchkey.connection.Connection;
import dev.latchkey.registration.Service;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.tests.WidgetDriver;

/**
 * From the workbench's menu to the view, with everything real: certificates, TLS, MSAL4J, the Graph SDK, the page where
 * somebody enters the code. Only the cloud is a simulated one, on loopback.
 */
class JourneyTest {

	private static final String REGION = "Simulated tenant";
	private static final String GRAPH = "Microsoft Graph";
	private static final String EXCHANGE = "Office 365 Exchange Online";
	private static final String SHAREPOINT = "Office 365 SharePoint Online";

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
	}

	@AfterEach
	void stop() throws Exception {
		console.close();
		tenant.close();
	}

	@Test
	void aNewCertificateIsRegisteredGrantedAndProven() throws Exception {
		String before = tenant.directory().state();
		console.openWizard();
		organization();
		application("user@contoso.example");
		console.selectCertificate(() -> {
			console.next();
			driver.type(WidgetIds.GENERATE_NAME, "Contoso Backup, \"main\" + spare");
			driver.click(WidgetIds.GENERATE_ADVANCED);
			driver.select(WidgetIds.GENERATE_KEY_SIZE, "2048 bits");
		});
		console.next();
		console.signIn("admin@contoso.example");
		console.next();
		console.waitForPage("Review");
		driver.waitUntil("the plan", () -> driver.enabledText("Next >"));
		assertEquals(before, tenant.directory().state(), "nothing is written before the review is confirmed");
		console.keep("journey-review");
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("proof", () -> driver.enabledText("Finish"));
		console.keep("journey-connect");
		console.finish();

		Connection connection = onlyConnection();
		assertEquals("Contoso", connection.name());
		assertEquals(Connection.State.CONNECTED, connection.state());
		assertEquals(Set.of(Service.EXCHANGE, Service.SHAREPOINT), connection.services());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		assertRegistered(connection.certificate().sha256());
		assertEquals(
				List.of(GRAPH + "/Directory.Read.All", GRAPH + "/Files.ReadWrite.All", GRAPH + "/Group.Read.All",
						GRAPH + "/MailboxFolder.ReadWrite.All", GRAPH + "/MailboxItem.ImportExport.All",
						GRAPH + "/MailboxItem.Read.All", GRAPH + "/Sites.Read.All", GRAPH + "/User.Read.All",
						EXCHANGE + "/Exchange.ManageAsApp", SHAREPOINT + "/Sites.FullControl.All",
						SHAREPOINT + "/User.Read.All"),
				tenant.directory().granted(tenant.scenario().applicationId()));
		assertEquals(List.of("Global Reader"), tenant.directory().directoryRoles(tenant.scenario().applicationId()));
		driver.waitUntil("the view shows it", () -> row("Contoso").contains("Connected"));
		console.keepWindow("journey-view");
	}

	@Test
	void aCertificateOfTheStoreConnectsSharePointAlone() throws Exception {
		String before = tenant.directory().state();
		String name = "Stored " + UUID.randomUUID();
		String sha256 = console.store(keyFiles.material(keyFiles.keytool(name, "changed-it"), "changed-it")).reference()
				.sha256();
		console.openWizard();
		driver.select(WidgetIds.REGION, REGION);
		driver.click(WidgetIds.EXCHANGE);
		console.next();
		console.waitForPage("Application");
		driver.type(WidgetIds.ORGANIZATION_NAME, "@" + tenant.scenario().initialDomain());
		driver.type(WidgetIds.APPLICATION_ID, '{' + tenant.scenario().applicationId().toUpperCase() + "} ");
		console.selectCertificate(() -> {
			driver.click(WidgetIds.TYPE_STORE);
			console.next();
			driver.type(WidgetIds.STORE_SEARCH, name.toUpperCase());
			driver.selectRow(WidgetIds.STORE_TABLE, name);
		});
		console.next();
		console.signIn("admin@contoso.example");
		reviewAndFinish();

		Connection connection = onlyConnection();
		assertEquals(sha256, connection.certificate().sha256());
		assertEquals(Set.of(Service.SHAREPOINT), connection.services());
		assertTrue(connection.account().isEmpty());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		assertRegistered(sha256);
		assertEquals(List.of(), tenant.directory().directoryRoles(tenant.scenario().applicationId()));
		assertTrue(tenant.directory().granted(tenant.scenario().applicationId()).stream()
				.noneMatch(grant -> grant.startsWith(EXCHANGE)));
	}

	@Test
	void aPfxFileWithANonAsciiPasswordConnectsAllServices() throws Exception {
		String before = tenant.directory().state();
		Path file = keyFiles.openssl("From a file", "p\u00e4\u00df-\u0416-\u5bc6");
		console.openWizard();
		driver.click(WidgetIds.TEAMS);
		organization();
		application("user@contoso.example");
		console.selectCertificate(() -> {
			driver.click(WidgetIds.TYPE_FILE);
			console.next();
			driver.type(WidgetIds.FILE_PATH, file.toString());
			driver.type(WidgetIds.FILE_PASSWORD, "wrong");
			driver.waitUntil("it is told", () -> !driver.enabledText("Finish"));
			driver.type(WidgetIds.FILE_PASSWORD, "p\u00e4\u00df-\u0416-\u5bc6");
			driver.waitUntil("what is inside", () -> driver.text(WidgetIds.FILE_CONTENT).contains("From a file"));
		});
		console.next();
		console.signIn("admin@contoso.example");
		reviewAndFinish();

		Connection connection = onlyConnection();
		assertEquals(Thumbprint.sha256(keyFiles.certificate("From a file")), connection.certificate().sha256());
		assertEquals(Set.of(Service.values()), connection.services());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		assertTrue(tenant.directory().granted(tenant.scenario().applicationId())
				.contains(GRAPH + "/TeamSettings.ReadWrite.All"));
	}

	@Test
	void aKeyThatNeverLeavesItsTokenConnects() throws Exception {
		String before = tenant.directory().state();
		Hsm hsm = new Hsm(folder);
		hsm.token("Token of Contoso", "4711");
		console.useTokens(Hsm.LIBRARY);
		console.openWizard();
		organization();
		application("user@contoso.example");
		console.selectCertificate(() -> {
			driver.click(WidgetIds.TYPE_STORE);
			console.next();
			driver.selectRow(WidgetIds.STORE_TABLE, "Token of Contoso");
			pin("1234");
			driver.waitUntil("it is told", () -> driver.has(WidgetIds.PIN_STATE));
			pin("4711");
			driver.waitUntil("what is known of the key", () -> driver.hasText("can't be exported"));
		});
		console.next();
		console.signIn("admin@contoso.example");
		reviewAndFinish();

		Connection connection = onlyConnection();
		assertEquals("pkcs11.libsofthsm2", connection.certificate().providerId());
		assertEquals(Thumbprint.sha256(hsm.certificate()), connection.certificate().sha256());
		assertEquals(Connection.State.CONNECTED, connection.state());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		assertRegistered(connection.certificate().sha256());
	}

	private void pin(String pin) {
		driver.type(WidgetIds.PIN, pin);
		driver.click(WidgetIds.PIN_OK);
	}

	@Test
	void withoutGrantingNothingIsWrittenAndNobodySignsIn() throws Exception {
		Path file = keyFiles.openssl("Registered before", "secret");
		prepare("Registered before");
		String before = tenant.directory().state();
		console.openWizard();
		organization();
		application("user@contoso.example");
		pfx(file, "secret");
		driver.click(WidgetIds.GRANT);
		console.next();
		console.waitForPage("Connect");
		console.finish();

		assertEquals(Connection.State.CONNECTED, onlyConnection().state());
		assertEquals(before, tenant.directory().state());
		assertTrue(tenant.exchanges().stream()
				.noneMatch(said -> said.uri().getPath().endsWith("/devicecode") || said.method().equals("PATCH")));
	}

	@Test
	void anAdministratorWithoutTheRightsGetsAPartialResultAndTheChoice() throws Exception {
		String before = tenant.directory().state();
		console.openWizard();
		organization();
		application("user@contoso.example");
		pfx(keyFiles.openssl("Partial", "secret"), "secret");
		console.next();
		console.signIn("apps@contoso.example");
		console.next();
		console.waitForPage("Review");
		console.keep("journey-review-partial");
		console.next();
		console.waitForPage("Connect");
		driver.waitUntil("it is not proven", () -> driver.enabled(WidgetIds.SAVE_UNVERIFIED));
		console.keep("journey-connect-partial");
		assertFalse(driver.enabledText("Finish"));
		driver.click(WidgetIds.SAVE_UNVERIFIED);
		console.finish();

		assertEquals(Connection.State.NOT_VERIFIED, onlyConnection().state());
		Untouched.assertOnlyAdded(before, tenant.directory().state());
		List<String> granted = tenant.directory().granted(tenant.scenario().applicationId());
		assertTrue(granted.contains(EXCHANGE + "/Exchange.ManageAsApp"), granted.toString());
		assertFalse(granted.contains(GRAPH + "/Directory.Read.All"), granted.toString());
		driver.waitUntil("the view shows it", () -> row("contoso.example").contains("Not verified"));
	}

	@Test
	void aThrottledFaultyTenantIsConnectedAllTheSame() throws Exception {
		tenant.faults().add("throttled-writes");
		tenant.faults().add("device-code-slow-down");
		console.openWizard();
		organization();
		application("user@contoso.example");
		pfx(keyFiles.openssl("Patient", "secret"), "secret");
		console.next();
		console.waitForPage("Sign In");
		Person person = new Person(tenant.clientContext());
		String first = code();
		person.decline(tenant.endpoints().devicePage(), first, "admin@contoso.example");
		driver.waitUntil("declined is told", () -> driver.text(WidgetIds.SIGN_IN_STATE).startsWith("Declined"));
		assertFalse(driver.enabledText("Next >"));
		driver.click(WidgetIds.NEW_CODE);
		driver.waitUntil("a new code", () -> !code().equals(first));
		console.signIn("admin@contoso.example");
		tenant.faults().add("unavailable");
		console.next();
		console.waitForPage("Review");
		console.next();
		console.waitForPage("Connect");
		console.finish();

		assertEquals(Connection.State.CONNECTED, onlyConnection().state());
	}

	@Test
	void aConnectionIsEditedWithItsOwnValues() throws Exception {
		Path file = keyFiles.openssl("Edited", "secret");
		prepare("Edited");
		console.openWizard();
		organization();
		application("user@contoso.example");
		pfx(file, "secret");
		driver.click(WidgetIds.GRANT);
		console.next();
		console.waitForPage("Connect");
		console.finish();
		Connection first = onlyConnection();
		driver.waitUntil("the view shows it", () -> row("Contoso").contains("Connected"));

		console.edit("Contoso");
		assertEquals(REGION, driver.text(WidgetIds.REGION));
		driver.click(WidgetIds.EXCHANGE);
		console.next();
		console.waitForPage("Application");
		assertEquals(tenant.scenario().applicationId(), driver.text(WidgetIds.APPLICATION_ID));
		driver.waitUntil("its certificate", () -> driver.text(WidgetIds.CERTIFICATE).contains("Edited"));
		if (driver.checked(WidgetIds.GRANT)) {
			driver.click(WidgetIds.GRANT);
		}
		console.next();
		console.waitForPage("Connect");
		console.finish();

		Connection second = onlyConnection();
		assertEquals(first.id(), second.id());
		assertEquals(Set.of(Service.SHAREPOINT), second.services());
		assertEquals(first.certificate(), second.certificate());
	}

	private void organization() {
		driver.select(WidgetIds.REGION, REGION);
		console.next();
		console.waitForPage("Application");
	}

	private void application(String account) {
		driver.type(WidgetIds.ACCOUNT, account);
		driver.type(WidgetIds.APPLICATION_ID, tenant.scenario().applicationId());
	}

	private void pfx(Path file, String password) {
		console.selectCertificate(() -> {
			driver.click(WidgetIds.TYPE_FILE);
			console.next();
			driver.type(WidgetIds.FILE_PATH, file.toString());
			driver.type(WidgetIds.FILE_PASSWORD, password);
		});
	}

	private void reviewAndFinish() {
		console.next();
		console.waitForPage("Review");
		console.next();
		console.waitForPage("Connect");
		console.finish();
	}

	private String code() {
		driver.waitUntil("a code", () -> !driver.text(WidgetIds.CODE).isBlank());
		return driver.text(WidgetIds.CODE);
	}

	/** Does what the administrator's colleague did long ago. */
	private void prepare(String certificate) throws Exception {
		String application = tenant.scenario().applicationId();
		tenant.directory().addCertificate(application, keyFiles.certificate(certificate), certificate);
		for (String role : List.of("Directory.Read.All", "Sites.Read.All", "MailboxFolder.ReadWrite.All",
				"MailboxItem.ImportExport.All", "MailboxItem.Read.All")) {
			tenant.directory().grant(application, GRAPH, role);
		}
		tenant.directory().grant(application, EXCHANGE, "Exchange.ManageAsApp");
		for (String role : List.of("Sites.FullControl.All", "User.Read.All")) {
			tenant.directory().grant(application, SHAREPOINT, role);
		}
		tenant.directory().assignDirectoryRole(application, "Global Reader");
	}

	private void assertRegistered(String sha256) {
		assertTrue(tenant.directory().certificates(tenant.scenario().applicationId()).stream()
				.anyMatch(certificate -> Thumbprint.sha256(certificate).equals(sha256)));
	}

	private Connection onlyConnection() throws Exception {
		List<Connection> connections = console.connections();
		assertEquals(1, connections.size(), connections.toString());
		return connections.get(0);
	}

	private String row(String name) {
		return driver.rows(WidgetIds.ORGANIZATIONS).stream().filter(row -> row.contains(name)).findFirst().orElse("");
	}
}
