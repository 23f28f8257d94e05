package dev.latchkey.tenant;

import static dev.latchkey.tenant.TenantClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

class ServicesTest {

	private static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";

	private SimulatedTenant tenant;
	private TenantClient client;
	private TestCertificate certificate;
	private String application;

	@BeforeEach
	void start() throws IOException, GeneralSecurityException {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		client = new TenantClient(tenant);
		certificate = TestCertificate.valid();
		application = tenant.scenario().applicationId();
		tenant.directory().addCertificate(application, certificate.certificate(), "test");
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private String token(String scope) throws GeneralSecurityException {
		return json(client.application(certificate.ps256(certificate.claims(tenant)), scope)).get("access_token")
				.getAsString();
	}

	private String exchangeToken() throws GeneralSecurityException {
		return token(tenant.endpoints().exchange() + "/.default");
	}

	private HttpResponse<String> folder(String token, String mailbox) {
		String header = mailbox.isEmpty() ? ""
				: "<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>" + mailbox
						+ "</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>";
		String body = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:t=\"" + TYPES
				+ "\"><s:Header>" + header + "</s:Header><s:Body><m:GetFolder"
				+ " xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\"/></s:Body></s:Envelope>";
		return client.send(client.request(tenant.endpoints().exchange(), "/EWS/Exchange.asmx")
				.header("Authorization", "Bearer " + token).header("Content-Type", "text/xml; charset=utf-8")
				.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	@Test
	void exchangeOpensAMailboxForTheRightToken() throws GeneralSecurityException {
		assertEquals(403, folder(exchangeToken(), "user@contoso.example").statusCode(), "no role yet");
		tenant.directory().grant(application, "Office 365 Exchange Online", "full_access_as_app");
		String token = exchangeToken();
		HttpResponse<String> answer = folder(token, "user@contoso.example");
		assertEquals(200, answer.statusCode());
		assertTrue(answer.body().contains("NoError"));
		assertEquals(401, folder(token("https://graph.microsoft.com/.default"), "user@contoso.example").statusCode());
	}

	@Test
	void exchangeSaysWhyNot() throws GeneralSecurityException {
		tenant.directory().grant(application, "Office 365 Exchange Online", "full_access_as_app");
		String token = exchangeToken();
		assertTrue(folder(token, "").body().contains("ExchangeImpersonation SOAP header must be present"));
		for (String mailbox : new String[] { "apps@contoso.example", "nobody@contoso.example" }) {
			HttpResponse<String> answer = folder(token, mailbox);
			assertEquals(500, answer.statusCode());
			assertTrue(answer.body().contains("ErrorNonExistentMailbox"));
		}
	}

	private void startWith(String exchange) throws IOException {
		tenant.close();
		tenant = SimulatedTenant.start(TenantOptions.defaults()
				.withChanges("{\"tenants\": {\"contoso\": {\"exchange\": " + exchange + "}}}"));
		client = new TenantClient(tenant);
		tenant.directory().addCertificate(application, certificate.certificate(), "test");
	}

	@Test
	void webServicesCanBeSwitchedOffOrLeftToSome() throws GeneralSecurityException, IOException {
		startWith("{\"ewsEnabled\": false}");
		tenant.directory().grant(application, "Office 365 Exchange Online", "full_access_as_app");
		HttpResponse<String> off = folder(exchangeToken(), "user@contoso.example");
		assertEquals(403, off.statusCode());
		assertEquals("", off.body());
		startWith("{\"ewsEnabled\": true, \"ewsAllowedAppIds\": [\"" + application.toUpperCase(Locale.ROOT) + "\"]}");
		tenant.directory().grant(application, "Office 365 Exchange Online", "full_access_as_app");
		assertEquals(200, folder(exchangeToken(), "user@contoso.example").statusCode());
	}

	@Test
	void administrationTellsTheSwitchesOfWebServices() throws GeneralSecurityException, IOException {
		startWith("{\"ewsEnabled\": true, \"ewsAllowedAppIds\": [\"" + application + "\"]}");
		tenant.directory().grant(application, "Office 365 Exchange Online", "Exchange.ManageAsApp");
		tenant.directory().assignDirectoryRole(application, "Global Reader");
		JsonObject plain = settings("{}");
		assertTrue(plain.get("EwsEnabled").getAsBoolean());
		assertTrue(plain.get("EwsAllowedAppIDs").isJsonNull(), "only when asked for");
		assertEquals(application,
				settings("{\"RetrieveEwsOperationAccessPolicy\": true}").get("EwsAllowedAppIDs").getAsString());
	}

	private JsonObject settings(String parameters) throws GeneralSecurityException {
		return json(invoke(exchangeToken(), parameters)).getAsJsonArray("value").get(0).getAsJsonObject();
	}

	@Test
	void graphFindsAMailboxAndItsFolders() throws GeneralSecurityException, IOException {
		startWith("{\"restrictedMailboxes\": [\"roles@contoso.example\"]}");
		String people = token("https://graph.microsoft.com/.default");
		JsonObject found = json(client.graph(people, "/users/user%40contoso.example/settings/exchange"));
		String mailbox = found.get("primaryMailboxId").getAsString();
		String folders = "/admin/exchange/mailboxes/" + mailbox + "/folders?$top=1&$select=id";
		assertEquals(403, client.graph(people, folders).statusCode(), "no role yet");
		tenant.directory().grant(application, "Microsoft Graph", "MailboxFolder.ReadWrite.All");
		String token = token("https://graph.microsoft.com/.default");
		assertEquals(1, json(client.graph(token, folders)).getAsJsonArray("value").size());
		assertTrue(client.graph(token, "/users/apps@contoso.example/settings/exchange").body()
				.contains("MailboxNotEnabledForRESTAPI"));
		assertTrue(client.graph(token, "/users/roles@contoso.example/settings/exchange").body()
				.contains("ErrorAccessDenied"));
		assertEquals(404, client.graph(token, "/users/nobody@contoso.example/settings/exchange").statusCode());
	}

	@Test
	void exchangeAdministrationNeedsTwoGrants() throws GeneralSecurityException {
		assertEquals(401, invoke(exchangeToken()).statusCode());
		tenant.directory().grant(application, "Office 365 Exchange Online", "Exchange.ManageAsAppV2");
		assertEquals(401, invoke(exchangeToken()).statusCode(), "only looks alike");
		tenant.directory().grant(application, "Office 365 Exchange Online", "Exchange.ManageAsApp");
		HttpResponse<String> half = invoke(exchangeToken());
		assertEquals(403, half.statusCode());
		assertTrue(half.body().contains("isn't supported in this scenario"));
		tenant.directory().assignDirectoryRole(application, "Global Reader");
		assertEquals(200, invoke(exchangeToken()).statusCode());
	}

	private HttpResponse<String> invoke(String token) {
		return invoke(token, "{}");
	}

	private HttpResponse<String> invoke(String token, String parameters) {
		return client.send(client
				.request(tenant.endpoints().exchange(),
						"/adminapi/beta/" + tenant.scenario().tenantId() + "/InvokeCommand")
				.header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers
						.ofString("{\"CmdletInput\": {\"CmdletName\": \"Get-OrganizationConfig\", \"Parameters\": "
								+ parameters + "}}")));
	}

	@Test
	void sharePointReadsItsTitleForTheRightToken() throws GeneralSecurityException {
		String scope = tenant.endpoints().sharepoint() + "/.default";
		assertEquals(401, web("").statusCode());
		assertTrue(web(token("https://graph.microsoft.com/.default")).body().contains("Invalid issuer or signature"));
		assertEquals(403, web(token(scope)).statusCode(), "no role yet");
		tenant.directory().grant(application, "Office 365 SharePoint Online", "Sites.FullControl.All");
		assertEquals("Contoso Team Site", json(web(token(scope))).get("Title").getAsString());
		assertEquals(200, web(token("https://contoso.sharepoint.com/.default")).statusCode());
	}

	private HttpResponse<String> web(String token) {
		HttpRequest.Builder request = client.request(tenant.endpoints().sharepoint(), "/_api/web?$select=Title")
				.header("Accept", "application/json;odata=nometadata");
		return client.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
	}

	@Test
	void applicationsReadTheOrganizationByTheirRole() throws GeneralSecurityException {
		String before = token("https://graph.microsoft.com/.default");
		assertEquals(403, client.graph(before, "/organization").statusCode());
		tenant.directory().grant(application, "Microsoft Graph", "Directory.Read.All");
		assertEquals(403, client.graph(before, "/organization").statusCode(), "an old token stays as it is");
		String after = token("https://graph.microsoft.com/.default");
		assertTrue(client.graph(after, "/organization").body().contains("\"displayName\":\"Contoso\""));
		assertEquals(400, client.graph(after, "/me").statusCode());
		assertEquals(200, client.graph(after, "/subscribedSkus").statusCode());
	}
}
