package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** A session is asked to do more. */
class ExtendTest extends TenantTest {

	private static final Set<AdminScope> READING = Set.of(AdminScope.READ_APPLICATIONS);
	private static final Set<AdminScope> GRANTING = Set.of(AdminScope.GRANT_PERMISSIONS);
	private static final Set<AdminScope> BOTH = Set.of(AdminScope.READ_APPLICATIONS, AdminScope.GRANT_PERMISSIONS);
	private static final RequestMatcher REFRESHING = RequestMatcher.at(Origin.AUTHORITY).withPath("/token")
			.withBody("refresh_token");

	@BeforeEach
	void change() throws IOException {
		startWith("{\"foreignAccounts\": \"issue\", \"deviceCode\": {\"interval\": 1}}");
	}

	private AdminSession signedIn(SignInMethod method, SignInPrompt prompt) throws RegistrationException {
		return service.signIn(new SignInRequest(contoso(), method, READING), prompt, null);
	}

	private AdminSession byCode() throws RegistrationException {
		return signedIn(SignInMethod.DEVICE_CODE, coding(ADMIN));
	}

	private SignInPrompt coding(String account) {
		return code -> tenant.deviceCodes().approve(code.userCode(), account);
	}

	private void silenceIsRefused() {
		tenant.faults().add(Fault.on(REFRESHING).once().aadsts(65001));
	}

	private List<String> tokenRequests() {
		return tenant.exchanges().stream().filter(exchange -> exchange.uri().getPath().endsWith("/token"))
				.map(exchange -> exchange.requestBody()).toList();
	}

	private void assertUntouched(AdminSession session) throws RegistrationException {
		assertEquals(READING, session.scopes());
		assertEquals(ADMIN, session.userName());
		tenant.forgetExchanges();
		service.plan(request(Service.SHAREPOINT), session, null);
		assertTrue(tokenRequests().isEmpty(), "The token of before is no longer used");
	}

	@Test
	void onlyWhatIsAskedForIsAskedOfMicrosoft() throws Exception {
		tenant.forgetExchanges();
		try (AdminSession session = byCode()) {
			assertEquals(READING, session.scopes());
		}
		String asked = tenant.exchanges().stream().filter(exchange -> exchange.uri().getPath().endsWith("/devicecode"))
				.map(exchange -> exchange.requestBody()).findFirst().orElseThrow();
		assertTrue(asked.contains("Application.Read.All"), asked);
		assertFalse(asked.contains("ReadWrite"), asked);
	}

	@Test
	void microsoftMayAllowItSilently() throws Exception {
		try (AdminSession session = byCode()) {
			tenant.forgetExchanges();
			service.extend(session, GRANTING, null, null);
			assertEquals(BOTH, session.scopes());
			assertEquals(1, tokenRequests().size());
			assertTrue(tokenRequests().get(0).contains("grant_type=refresh_token"));
		}
	}

	@Test
	void nothingIsAskedForWhatIsThere() throws Exception {
		try (AdminSession session = byCode()) {
			tenant.forgetExchanges();
			service.extend(session, READING, null, null);
			assertTrue(tenant.exchanges().isEmpty());
		}
	}

	@Test
	void otherwiseThePersonIsAskedInTheWayOfBefore() throws Exception {
		try (AdminSession session = byCode()) {
			silenceIsRefused();
			service.extend(session, GRANTING, coding(ADMIN), null);
			assertEquals(BOTH, session.scopes());
		}
		try (AdminSession session = signedIn(SignInMethod.BROWSER, BrowserPerson.choosing(tenant, ADMIN))) {
			silenceIsRefused();
			BrowserPerson person = BrowserPerson.choosing(tenant, ADMIN);
			service.extend(session, GRANTING, person, null);
			assertEquals(BOTH, session.scopes());
			String page = person.page().address().getQuery();
			assertTrue(page.contains("login_hint=" + ADMIN) && !page.contains("select_account"), page);
		}
	}

	@Test
	void anExtendedSessionIsUsed() throws Exception {
		try (AdminSession session = byCode()) {
			silenceIsRefused();
			service.extend(session, Set.of(AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS), coding(ADMIN),
					null);
			register(request(Service.SHAREPOINT), session);
			assertFalse(writes().isEmpty());
		}
	}

	@Test
	void anotherPersonIsRefused() throws Exception {
		try (AdminSession session = byCode()) {
			silenceIsRefused();
			RegistrationException thrown = refused(Reason.WRONG_ACCOUNT,
					() -> service.extend(session, GRANTING, coding("apps@contoso.example"), null));
			assertEquals(List.of("apps@contoso.example", ADMIN), thrown.failure().arguments());
			assertUntouched(session);
		}
	}

	@Test
	void anotherTenantIsRefused() throws Exception {
		try (AdminSession session = byCode()) {
			silenceIsRefused();
			refused(Reason.WRONG_TENANT,
					() -> service.extend(session, GRANTING, coding("admin@fabrikam.example"), null));
			assertUntouched(session);
		}
	}

	@Test
	void withoutAPersonItIsRefused() throws Exception {
		try (AdminSession session = byCode()) {
			silenceIsRefused();
			refused(Reason.NO_PROMPT, () -> service.extend(session, GRANTING, null, null));
			assertUntouched(session);
		}
	}

	@Test
	void aBrokenNetworkAsksNobody() throws Exception {
		try (AdminSession session = byCode()) {
			tenant.faults().add(Fault.on(REFRESHING).drop());
			refused(Reason.NETWORK_UNREACHABLE, () -> service.extend(session, GRANTING, code -> {
				throw new IllegalStateException("Asked");
			}, null));
			assertUntouched(session);
		}
	}

	@Test
	void cancelLeavesTheSessionAsItWas() throws Exception {
		try (AdminSession session = byCode()) {
			silenceIsRefused();
			Cancelling.afterMillis(700, monitor -> service.extend(session, GRANTING, code -> {
			}, monitor));
			assertUntouched(session);
		}
	}

	@Test
	void aClosedSessionIsNotExtended() throws Exception {
		AdminSession session = byCode();
		session.close();
		refused(Reason.SESSION_ENDED, () -> service.extend(session, GRANTING, coding(ADMIN), null));
	}
}
