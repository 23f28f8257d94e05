package dev.latchkey.install.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** The command line that p2 installs connects an organization: by itself, and by what it hands over. */
class ConnectionCommandLineTest {

	private static final String ADMIN = "admin@contoso.example";
	/** What an exported connection may say: docs/connections.md. */
	private static final Set<String> MEMBERS = Set.of("id", "name", "cloud", "tenantId", "domain", "account", "applicationId",
			"applicationObjectId", "certificate", "certificateEnds", "retired", "services", "profile");
	private static final String APPLICATION_ADMIN = "apps@contoso.example";

	@TempDir
	private static Path folder;
	private static Latchkey latchkey;
	private static Latchkey another;
	private static String certificate;

	private SimulatedTenant tenant;

	@BeforeAll
	static void install() throws Exception {
		Installation console = Installation.copy(Project.workbench(), folder.resolve("console"));
		console.install(Project.repository(), "dev.latchkey.feature.feature.group");
		latchkey = new Latchkey(console, Files.createDirectory(folder.resolve("a folder")));
		Path there = Files.createDirectory(folder.resolve("another computer"));
		another = new Latchkey(Installation.copy(console.folder(), there.resolve("console")), Files.createDirectory(there.resolve("work")));
		JsonObject made = json(latchkey.run("certificate", "generate", "--name", "Backup", "--key-size", "2048", "--json"));
		JsonObject entry = made.getAsJsonArray("entries").get(0).getAsJsonObject();
		certificate = entry.get("provider").getAsString() + ':' + entry.get("sha256").getAsString();
	}

	@AfterEach
	void stop() {
		tenant.close();
	}

	private static JsonObject json(Latchkey.Run run) {
		assertEquals(0, run.exit(), run.err() + run.out());
		return JsonParser.parseString(run.out()).getAsJsonObject();
	}

	private Latchkey.Run run(String command, String... more) throws Exception {
		List<String> all = new ArrayList<>(List.of(command, "--services", "exchange,sharepoint,teams", "--account", ADMIN, "--application",
				tenant.scenario().applicationId(), "--cloud", tenant.cloudFile().toString(), "--certificate", certificate));
		all.addAll(List.of(more));
		return latchkey.run(all.toArray(String[]::new));
	}

	private long writes() {
		return tenant.exchanges().stream().filter(each -> each.origin() == Origin.GRAPH && !each.method().equals("GET")).count();
	}

	@Test
	void anOrganizationIsPlannedConnectedVerifiedAndLeftAsItWas() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn());
		String before = tenant.directory().state();
		JsonObject planned = json(run("connect", "--dry-run", "--json"));
		assertTrue(planned.getAsJsonObject("plan").get("changesAnything").getAsBoolean());
		assertEquals(before, tenant.directory().state());

		Latchkey.Run refused = run("connect");
		assertEquals(1, refused.exit());
		assertEquals("", refused.out());
		JsonObject connected = json(run("connect", "--yes", "--json"));
		String name = connected.getAsJsonObject("connection").get("id").getAsString();
		json(latchkey.run("verify", "--connection", name, "--cloud", tenant.cloudFile().toString(), "--json"));
		json(latchkey.run("undo", "--yes", "--cloud", tenant.cloudFile().toString(), "--json"));
		assertEquals(before, tenant.directory().state());
		json(latchkey.run("connections", "remove", name, "--yes", "--json"));
	}

	@Test
	void connectionsMoveToAnotherComputerWithoutTheirKeys() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn());
		String cloud = tenant.cloudFile().toString();
		String id = json(run("connect", "--yes", "--json")).getAsJsonObject("connection").get("id").getAsString();
		String file = folder.resolve("connections.json").toString();
		assertEquals(1, json(latchkey.run("connections", "export", file, "--connection", id, "--json")).get("count").getAsInt());
		JsonObject written = JsonParser.parseString(Files.readString(Path.of(file))).getAsJsonObject();
		assertEquals(Set.of(), without(MEMBERS, only(written).keySet()));

		JsonObject arrived = only(json(another.run("connections", "import", file, "--json")));
		assertFalse(arrived.get("certificateFound").getAsBoolean());
		assertEquals(certificate, arrived.get("certificate").getAsString());
		Latchkey.Run missing = another.run("verify", "--all", "--cloud", cloud, "--json");
		assertEquals(14, missing.exit(), missing.err());
		assertEquals("CERTIFICATE_MISSING", only(JsonParser.parseString(missing.out()).getAsJsonObject()).getAsJsonObject("problem")
				.get("reason").getAsString());

		String pfx = folder.resolve("key.pfx").toString();
		json(latchkey.run(List.of(), "pass\n", "certificate", "export", certificate.substring(certificate.indexOf(':') + 1), "--out", pfx,
				"--with-key", "--password-stdin", "--json"));
		json(another.run(List.of(), "pass\n", "certificate", "import", pfx, "--password-stdin", "--json"));
		JsonObject verified = only(json(another.run("verify", "--all", "--cloud", cloud, "--json")));
		assertEquals("CONNECTED", verified.get("result").getAsString());
		assertEquals(id, verified.get("id").getAsString());
		json(latchkey.run("connections", "remove", id, "--yes", "--json"));
	}

	private static JsonObject only(JsonObject document) {
		assertEquals(1, document.getAsJsonArray("connections").size(), document::toString);
		return document.getAsJsonArray("connections").get(0).getAsJsonObject();
	}

	private static Set<String> without(Set<String> known, Set<String> names) {
		return names.stream().filter(name -> !known.contains(name)).collect(Collectors.toSet());
	}

	@Test
	void whatIsHandedOverDoesTheSame() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults());
		Path packet = folder.resolve("a packet");
		json(run("handover", "--out", packet.toString(), "--json"));
		Path script = packet.resolve("commands/azure-cli.sh");
		List<X509Certificate> others = tenant.directory().certificates(tenant.scenario().applicationId());
		try (AzureCli az = new AzureCli(tenant, folder.resolve("az"))) {
			String part = az.run(script, APPLICATION_ADMIN);
			assertTrue(part.endsWith("\n1") && part.contains("The role that can do it: Privileged Role Administrator"), part);
			String rest = az.run(script, ADMIN);
			assertTrue(rest.contains("It is there already.") && rest.endsWith("\n0"), rest);
			tenant.forgetExchanges();
			String again = az.run(script, ADMIN);
			assertTrue(again.endsWith("\n0"), again);
			assertEquals(0, writes());
		}
		List<X509Certificate> all = tenant.directory().certificates(tenant.scenario().applicationId());
		assertEquals(others.size() + 1, all.size());
		assertArrayEquals(others.toArray(), all.subList(0, others.size()).toArray());
		assertEquals(0, run("verify").exit());
		assertEquals(0, run("connect", "--no-grant").exit());
	}
}
