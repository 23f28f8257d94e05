package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.tenant.RecordedExchange;

/** From a signed-in administrator to a proven connection. */
class RegistrationTest extends TenantTest {

	@Test
	void allServicesEndProven() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationRequest request = request();
		RegistrationPlan plan = service.plan(request, session, null);
		assertEquals("Contoso Console", plan.applicationName());
		assertEquals(2, plan.certificates().size());
		assertEquals(List.of(), writes(), "Planning wrote");

		List<RegistrationResult> seen = new ArrayList<>();
		RegistrationResult result = service.apply(plan, session, seen::add, null);
		assertTrue(result.complete(), result::toString);
		assertEquals(result, seen.get(seen.size() - 1));
		assertTrue(tenant.directory().certificates(request.applicationId())
				.contains(request.certificate().certificate()));
		assertEquals(List.of("Global Reader"), tenant.directory().directoryRoles(request.applicationId()));

		Verification verification = verify(request, Optional.of(result));
		assertTrue(verification.proven(), verification::toString);
		assertEquals(Optional.of("Contoso"), verification.organizationName());
		assertEquals(Subject.of(request), verification.checks().stream().map(Check::subject).toList());
		Check exchange = verification.checks().get(1);
		assertTrue(exchange.granted().contains("Office 365 Exchange Online: full_access_as_app"), exchange::toString);
	}

	@Test
	void sharePointAloneIsGrantedWhatItNeedsAndNoMore() throws Exception {
		List<String> before = tenant.directory().granted(tenant.scenario().applicationId());
		RegistrationRequest request = request(Service.SHAREPOINT);
		assertTrue(register(request, signIn(ADMIN)).complete());
		List<String> added = new ArrayList<>(tenant.directory().granted(request.applicationId()));
		added.removeAll(before);
		assertEquals(List.of("Microsoft Graph/Directory.Read.All", "Microsoft Graph/Sites.Read.All",
				"Office 365 SharePoint Online/Sites.FullControl.All", "Office 365 SharePoint Online/User.Read.All"),
				added);
		assertEquals(List.of(), tenant.directory().directoryRoles(request.applicationId()));
		assertTrue(verify(request, Optional.empty()).proven());
	}

	@Test
	void secondRunWritesNothing() throws Exception {
		AdminSession session = signIn(ADMIN);
		RegistrationPlan first = service.plan(request(), session, null);
		assertTrue(apply(first, session).complete());
		String state = tenant.directory().state();
		tenant.forgetExchanges();

		RegistrationPlan second = service.plan(request(), session, null);
		assertFalse(second.changesAnything(), second::toString);
		RegistrationResult again = apply(second, session);
		assertTrue(again.complete());
		assertFalse(again.changedAnything());
		RegistrationResult old = apply(first, session);
		assertEquals(List.of(), ids(old, Outcome.DONE));
		assertTrue(old.complete());
		assertEquals(List.of(), writes());
		assertEquals(state, tenant.directory().state());
	}

	@Test
	void earlierKeysAndGrantsStayByteForByte() throws Exception {
		String id = tenant.scenario().applicationId();
		List<X509Certificate> before = tenant.directory().certificates(id);
		List<String> keys = keyCredentials();
		List<String> grants = tenant.directory().granted(id);
		assertTrue(register(request(), signIn(ADMIN)).complete());

		List<X509Certificate> after = tenant.directory().certificates(id);
		assertEquals(before.size() + 1, after.size());
		for (int i = 0; i < before.size(); i++) {
			assertArrayEquals(before.get(i).getEncoded(), after.get(i).getEncoded());
		}
		assertTrue(keyCredentials().containsAll(keys), "A key credential changed");
		assertTrue(tenant.directory().granted(id).containsAll(grants), "A grant was lost");
	}

	private List<String> keyCredentials() {
		List<String> found = new ArrayList<>();
		collect(JsonParser.parseString(tenant.directory().state()), found);
		return found;
	}

	private void collect(com.google.gson.JsonElement element, List<String> found) {
		if (element instanceof JsonArray array) {
			array.forEach(child -> collect(child, found));
		} else if (element instanceof JsonObject object) {
			if (object.has("keyCredentials")) {
				object.getAsJsonArray("keyCredentials").forEach(key -> found.add(key.toString()));
			}
			object.asMap().values().forEach(child -> collect(child, found));
		}
	}

	@Test
	void whatWasDeclaredStaysDeclared() throws Exception {
		assertTrue(register(request(Service.SHAREPOINT), signIn(ADMIN)).complete());
		String body = tenant.exchanges().stream().filter(exchange -> exchange.method().equals("PATCH"))
				.map(RecordedExchange::requestBody).filter(text -> text.contains("requiredResourceAccess")).findFirst()
				.orElseThrow();
		assertTrue(body.contains("\"Scope\""), "A delegated permission was lost: " + body);
		assertTrue(body.contains("75359482-378d-4052-8f01-80520e7db3cd"), "Files.ReadWrite.All was lost: " + body);
	}

	@Test
	void assertionsArePs256WithTheSha256Thumbprint() throws Exception {
		assertTrue(register(request(Service.SHAREPOINT), signIn(ADMIN)).complete());
		tenant.forgetExchanges();
		assertTrue(verify(request(Service.SHAREPOINT), Optional.empty()).proven());
		String form = tenant.exchanges().stream().map(RecordedExchange::requestBody)
				.filter(body -> body.contains("client_assertion=")).findFirst().orElseThrow();
		String header = form.replaceFirst(".*client_assertion=([^.]*)\\..*", "$1");
		JsonObject json = JsonParser
				.parseString(new String(java.util.Base64.getUrlDecoder().decode(header))).getAsJsonObject();
		assertEquals("PS256", json.get("alg").getAsString());
		assertEquals(43, json.get("x5t#S256").getAsString().length());
		assertFalse(json.has("x5c"));
	}

	@Test
	void planSaysWhatIsThereAlready() throws Exception {
		RegistrationPlan plan = service.plan(request(), signIn(ADMIN), null);
		List<String> done = plan.items().stream().filter(item -> item.state() == PlanItem.State.DONE).map(PlanItem::id)
				.toList();
		// User.Read.All of Microsoft Graph is granted, and has the id of SharePoint's, which is not.
		assertEquals(List.of("grant:00000003-0000-0000-c000-000000000000:Group.Read.All"), done);
	}

	@Test
	void proofTellsWhatIsMissing() throws Exception {
		AdminSession session = signIn(ADMIN);
		assertTrue(register(request(), session).complete());
		tenant.directory().revoke(tenant.scenario().applicationId(), "Office 365 SharePoint Online",
				"Sites.FullControl.All");
		Verification verification = verify(request(), Optional.empty());
		assertFalse(verification.proven());
		assertEquals(State.PASSED, verification.checks().get(1).state());
		Check sharePoint = verification.checks().get(2);
		assertEquals(State.FAILED, sharePoint.state());
		assertEquals(List.of("Office 365 SharePoint Online: Sites.FullControl.All"), sharePoint.missing());
	}
}
