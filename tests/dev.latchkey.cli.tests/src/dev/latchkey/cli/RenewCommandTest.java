package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** Renewing without a display, on a simulated organization. */
class RenewCommandTest {

	private static final RequestMatcher ADDING = RequestMatcher.at(Origin.GRAPH).withMethod("POST").withPath("/addKey");

	private SimulatedTenant tenant;
	private String certificate;

	@BeforeEach
	void connect() throws Exception {
		tenant = SimulatedTenant.start(TenantOptions.defaults().withAutoSignIn());
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
		Session generated = Session.of("certificate", "generate", "--name", "Backup", "--key-size", "2048", "--validity", "P1M", "--json");
		certificate = generated.entry("provider") + ':' + generated.entry("sha256");
		Session connected = Session.of("connect", "--services", "sharepoint", "--domain", "contoso.example", "--application",
				tenant.scenario().applicationId(), "--certificate", certificate, "--yes");
		assertEquals(0, connected.exit(), connected::err);
	}

	@AfterEach
	void stop() {
		Session.of("connections", "remove", "contoso.example", "--yes");
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).remove(CloudCatalog.CLOUD_FILES);
		tenant.close();
	}

	private static JsonObject renewal(Session session) {
		return session.json().getAsJsonArray("renewals").get(0).getAsJsonObject();
	}

	private static String present() {
		JsonElement only = Session.of("connections", "list", "--json").json().getAsJsonArray("connections").get(0);
		return only.getAsJsonObject().get("certificate").getAsString();
	}

	private int registered() {
		return tenant.directory().certificates(tenant.scenario().applicationId()).size();
	}

	@Test
	void whatIsDueIsRenewedWithoutAnybody() {
		int before = registered();
		assertEquals(1, Session.of("renew", "--expiring-within", "P60D", "--dry-run", "--json").json().getAsJsonArray("toRenew").size());
		assertEquals(before, registered());
		Session renewed = Session.of("renew", "--expiring-within", "P60D", "--json");
		assertEquals(0, renewed.exit(), renewed::out);
		assertEquals("DONE", renewal(renewed).get("step").getAsString());
		assertEquals(renewal(renewed).get("next").getAsString(), present());
		assertNotEquals(certificate, present());
		assertEquals(before + 1, registered());
		Session verified = Session.of("verify", "--connection", "contoso.example");
		assertEquals(0, verified.exit(), verified::err);
	}

	@Test
	void whatIsNotDueStays() {
		Session renewed = Session.of("renew", "--expiring-within", "P7D");
		assertEquals(0, renewed.exit(), renewed::err);
		assertTrue(renewed.out().startsWith("There is nothing to renew."), renewed::out);
		assertEquals(certificate, present());
	}

	@Test
	void whatWasReplacedIsRemovedWhenThatIsAskedFor() {
		int before = registered();
		assertEquals(0, Session.of("renew", "--all", "--remove-retired").exit());
		assertEquals(before + 1, registered());
		Session removed = Session.of("renew", "--expiring-within", "P0D", "--remove-retired", "--grace", "P0D", "--json");
		assertEquals(0, removed.exit(), removed::err);
		assertEquals(1, renewal(removed).getAsJsonArray("removed").size());
		assertTrue(renewal(removed).get("step").isJsonNull());
		assertEquals(before, registered());
	}

	@Test
	void whoMustSignInIsAskedOnlyWhereThatIsWanted() {
		tenant.faults().add(Fault.on(ADDING).graphError(401, "Authentication_MissingOrMalformed", "Access Token missing."));
		Session refused = Session.of("renew", "--connection", "contoso.example", "--json");
		assertEquals(1, refused.exit());
		assertEquals("NOT_COMPLETE", refused.reason());
		assertTrue(renewal(refused).get("signInHelps").getAsBoolean(), refused::out);
		assertEquals("ROLLOVER_IMPOSSIBLE", renewal(refused).getAsJsonObject("failure").get("reason").getAsString());
		assertEquals(certificate, present());
		Session signedIn = Session.of("renew", "--connection", "contoso.example", "--device-code", "--json");
		assertEquals(0, signedIn.exit(), signedIn::err);
		assertNotEquals(certificate, present());
	}

	@Test
	void whoEndsItIsToldWhatWasBegun() {
		Session ended = Session.ending(() -> tenant.exchanges().stream().anyMatch(each -> ADDING.matches(each.origin(), each.method(), each.uri().toString(), "")),
				"renew", "--all", "--json");
		assertEquals("CANCELLED", ended.reason(), ended::out);
		assertEquals(certificate, present());
		Session again = Session.of("renew", "--all", "--json");
		assertEquals(0, again.exit(), again::err);
		assertEquals(renewal(ended).get("next"), renewal(again).get("next"));
	}

	@Test
	void whatDoesNotFitTogetherIsSaid() {
		for (List<String> arguments : List.of(List.of("renew"), List.of("renew", "--all", "--connection", "x"),
				List.of("renew", "--all", "--grace", "P1D"), List.of("renew", "--all", "--at-once", "0"),
				List.of("renew", "--all", "--certificate", certificate), List.of("renew", "--expiring-within", "soon"))) {
			assertEquals(2, Session.of(arguments.toArray()).exit(), arguments::toString);
		}
	}
}
