package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** The commands that work with an organization, on a simulated one. */
class ConnectionCommandsTest {

	private static final String APPLICATION_ADMIN = "{\"admin\": \"apps@contoso.example\"}";

	@TempDir
	private Path folder;
	private SimulatedTenant tenant;
	private String certificate;

	@BeforeEach
	void start() throws Exception {
		start(TenantOptions.defaults());
		Session generated = Session.of("certificate", "generate", "--name", "Backup", "--key-size", "2048", "--json");
		certificate = generated.entry("provider") + ':' + generated.entry("sha256");
	}

	private void start(TenantOptions options) throws Exception {
		tenant = SimulatedTenant.start(options.withAutoSignIn());
	}

	private void restart(String changes) throws Exception {
		tenant.close();
		start(TenantOptions.defaults().withChanges(changes));
	}

	@AfterEach
	void stop() {
		JsonObject left = Session.of("connections", "list", "--json").json();
		left.getAsJsonArray("connections").forEach(each -> Session.of("connections", "remove",
				each.getAsJsonObject().get("id").getAsString(), "--yes"));
		tenant.close();
	}

	private Object[] command(String command, String... more) {
		List<String> all = new ArrayList<>(List.of(command, "--services", "exchange,sharepoint,teams", "--account", "admin@contoso.example",
				"--application", tenant.scenario().applicationId(), "--cloud", tenant.cloudFile().toString()));
		if (!Arrays.asList(more).contains("--pfx")) {
			all.addAll(List.of("--certificate", certificate));
		}
		all.addAll(List.of(more));
		return all.toArray();
	}

	private long writes() {
		return tenant.exchanges().stream().filter(each -> each.origin() == Origin.GRAPH && !each.method().equals("GET")).count();
	}

	private static List<String> values(JsonObject json, String array, String name) {
		return json.getAsJsonArray(array).asList().stream().map(JsonElement::getAsJsonObject).map(each -> each.get(name).getAsString()).toList();
	}

	@Test
	void aPlanWritesNothing() {
		String before = tenant.directory().state();
		for (Object[] each : List.of(command("plan", "--json"), command("connect", "--dry-run", "--json"))) {
			Session planned = Session.of(each);
			assertEquals(0, planned.exit(), planned::err);
			assertEquals(List.of("status", "reason", "plan"), List.copyOf(planned.json().keySet()));
			JsonObject plan = planned.json().getAsJsonObject("plan");
			assertEquals("contoso.example", plan.getAsJsonObject("organization").get("domain").getAsString());
			assertTrue(values(plan, "items", "status").contains("TO_DO"));
			assertTrue(planned.err().contains("enter the code "), planned::err);
		}
		assertEquals(0, writes());
		assertEquals(before, tenant.directory().state());
		assertEquals(0, Session.of("connections", "list", "--json").json().getAsJsonArray("connections").size());
	}

	@Test
	void aPlanForPeopleSaysWhatIsToDo() {
		Session planned = Session.of(command("plan"));
		assertEquals(0, planned.exit(), planned::err);
		assertTrue(planned.out().contains("\nTo do\n  Certificate CN=Backup\n"), planned::out);
	}

	@Test
	void withoutAnAgreementNothingHappens() {
		String before = tenant.directory().state();
		Session nobody = Session.of(command("connect", "--json"));
		assertEquals("CONFIRMATION_REQUIRED", nobody.reason());
		assertEquals(1, nobody.exit());
		assertEquals(List.of(), tenant.exchanges());
		for (String answer : List.of("", "n", "j", "yess")) {
			Session declined = Session.typing(new String[] { answer }, command("connect", "--json"));
			assertEquals("DECLINED", declined.reason(), declined::err);
			assertTrue(declined.err().contains("Certificate CN=Backup"), declined::err);
		}
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void whatWasConnectedIsProvenSavedAndTakenBack() {
		String before = tenant.directory().state();
		Session connected = Session.typing(new String[] { "y" }, command("connect", "--json"));
		assertEquals(0, connected.exit(), connected::err);
		JsonObject json = connected.json();
		assertEquals(List.of("status", "reason", "items", "run", "keptIn", "organizationName", "checks", "connection"),
				List.copyOf(json.keySet()));
		assertEquals("CONNECTED", json.getAsJsonObject("connection").get("state").getAsString());
		assertEquals("Contoso", json.get("organizationName").getAsString());
		assertFalse(values(json, "items", "outcome").contains("FAILED"));

		Session verified = Session.of("verify", "--connection", "contoso", "--cloud", tenant.cloudFile(), "--json");
		assertEquals(0, verified.exit(), verified::err);
		Session listed = Session.of("connections", "list");
		assertTrue(listed.out().contains("Contoso  contoso.example  connected"), listed::out);

		Session undone = Session.of("undo", json.get("run").getAsString(), "--cloud", tenant.cloudFile(), "--yes", "--json");
		assertEquals(0, undone.exit(), undone::err);
		assertEquals(before, tenant.directory().state());
		Session gone = Session.of("verify", "--connection", "contoso", "--cloud", tenant.cloudFile(), "--json");
		assertEquals("NOT_PROVEN", gone.reason(), gone::out);
	}

	@Test
	void connectingAgainChangesNothingAndAsksNobody() {
		assertEquals(0, Session.of(command("connect", "--yes")).exit());
		assertEquals(0, Session.of("connections", "rename", "contoso.example", "Customer 7").exit());
		tenant.forgetExchanges();
		Session again = Session.typing(new String[] { "n" }, command("connect", "--json"));
		assertEquals(0, again.exit(), again::err);
		assertEquals(0, writes());
		assertTrue(again.json().get("run").isJsonNull());
		assertEquals("Customer 7", again.json().getAsJsonObject("connection").get("name").getAsString());
		assertEquals(1, Session.of("connections", "list", "--json").json().getAsJsonArray("connections").size());
	}

	@Test
	void aCertificateOfAFileIsKeptWhenItIsNeeded() throws Exception {
		String name = "file-" + UUID.randomUUID();
		Path file = new OpenSsl(folder).pfx(name, "pass");
		Path password = Files.writeString(folder.resolve("password"), "pass");
		Session planned = Session.of(command("plan", "--pfx", file.toString(), "--password-file", password.toString(), "--json"));
		assertEquals(0, planned.exit(), planned::err);
		assertFalse(Session.of("certificate", "list").out().contains(name));
		Session connected = Session.of(command("connect", "--pfx", file.toString(), "--password-file", password.toString(), "--yes"));
		assertEquals(0, connected.exit(), connected::err);
		assertTrue(connected.out().contains("\nKept in "), connected::out);
		assertTrue(Session.of("certificate", "list").out().contains(name));
	}

	@Test
	void whatSomebodyMayNotDoIsSaidWithTheRole() throws Exception {
		restart(APPLICATION_ADMIN);
		Session connected = Session.of(command("connect", "--yes", "--json"));
		assertEquals(1, connected.exit());
		assertEquals("NOT_COMPLETE", connected.reason());
		assertTrue(values(connected.json(), "items", "outcome").contains("DONE"), connected::out);
		assertTrue(connected.json().get("connection").isJsonNull());
		Session human = Session.of(command("connect", "--yes"));
		assertTrue(human.out().contains("Roles that can do the rest: Privileged Role Administrator"), human::out);
		assertTrue(human.err().contains("handover"), human::err);
	}

	@Test
	void nothingIsGrantedWhereThatIsNotWanted() {
		String before = tenant.directory().state();
		Session refused = Session.of(command("connect", "--no-grant", "--json"));
		assertEquals("NOT_PROVEN", refused.reason(), refused::err);
		assertEquals(1, refused.exit());
		assertTrue(refused.json().get("connection").isJsonNull());
		Session saved = Session.of(command("connect", "--no-grant", "--save-unverified", "--json"));
		assertEquals(0, saved.exit(), saved::err);
		assertEquals("NOT_VERIFIED", saved.json().getAsJsonObject("connection").get("state").getAsString());
		assertEquals(before, tenant.directory().state());
	}

	@Test
	void aRunThatIsEndedSaysWhatItChanged() {
		Session ended = Session.ending(() -> writes() > 1, command("connect", "--yes", "--json"));
		assertEquals(1, ended.exit());
		assertEquals("CANCELLED", ended.reason(), ended::out);
		assertFalse(ended.json().get("run").isJsonNull());
		List<String> outcomes = values(ended.json(), "items", "outcome");
		assertTrue(outcomes.contains("DONE") && outcomes.contains("NOT_ATTEMPTED"), outcomes::toString);
		assertTrue(ended.json().get("connection").isJsonNull());
	}

	@Test
	void aPacketNeedsNobodyToSignIn() throws Exception {
		Path zip = folder.resolve("packet.zip");
		Session handed = Session.of(command("handover", "--out", zip.toString(), "--json"));
		assertEquals(0, handed.exit(), handed::err);
		assertEquals(zip.toString(), handed.json().get("file").getAsString());
		assertFalse(handed.json().get("planned").getAsBoolean());
		assertTrue(tenant.exchanges().stream().noneMatch(each -> each.origin() == Origin.GRAPH));
		try (ZipFile file = new ZipFile(zip.toFile())) {
			assertNotEquals(null, file.getEntry("README.html"));
			assertEquals(null, file.getEntry("plan.json"));
		}
		assertEquals("FILE_EXISTS", Session.of(command("handover", "--out", zip.toString(), "--json")).reason());
		assertEquals(0, Session.of(command("handover", "--out", zip.toString(), "--force")).exit());
		Path packet = folder.resolve("packet");
		assertEquals(0, Session.of(command("handover", "--out", packet.toString(), "--device-code")).exit());
		assertTrue(Files.exists(packet.resolve("plan.json")));
	}

	@Test
	void aConnectionIsRemovedHereOnly() {
		assertEquals(0, Session.of(command("connect", "--yes")).exit());
		String connected = tenant.directory().state();
		assertEquals("CONFIRMATION_REQUIRED", Session.of("connections", "remove", "contoso.example", "--json").reason());
		assertEquals("NO_SUCH_CONNECTION", Session.of("connections", "remove", "fabrikam", "--json").reason());
		Session removed = Session.typing(new String[] { "yes" }, "connections", "remove", "contoso.example");
		assertEquals(0, removed.exit(), removed::err);
		assertTrue(removed.out().contains("was not touched"), removed::out);
		assertEquals(connected, tenant.directory().state());
		assertTrue(Session.of("connections", "list").out().startsWith("There are no connections."));
	}

	@Test
	void whatMicrosoftRefusesIsToldWithWhatSupportAsksFor() {
		tenant.faults().add("device-code-blocked");
		Session blocked = Session.of(command("plan", "--json"));
		assertEquals("SIGN_IN_BLOCKED", blocked.reason(), blocked::err);
		JsonObject failure = blocked.json().getAsJsonObject("failure");
		assertEquals("AADSTS53003", failure.get("code").getAsString());
		assertTrue(blocked.err().contains(failure.get("correlationId").getAsString()));
	}

	@Test
	void whatNobodyKnowsIsRefused() {
		assertEquals("NO_SUCH_RUN", Session.of("undo", "00000000-0000-4000-8000-000000000000", "--yes", "--json").reason());
		assertEquals("NO_SUCH_RUN",
				Session.of(command("plan", "--resume", "00000000-0000-4000-8000-000000000000", "--json")).reason());
		assertEquals("NO_SUCH_PROFILE", Session.of(command("plan", "--profile", "nobody.knows", "--json")).reason());
	}
}
