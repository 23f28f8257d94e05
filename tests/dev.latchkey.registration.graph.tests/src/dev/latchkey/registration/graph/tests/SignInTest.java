package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.SignInPrompt.DeviceCode;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** The administrator's sign-in, and what goes wrong with it. */
class SignInTest extends TenantTest {

	private static final RequestMatcher POLLS = RequestMatcher.at(Origin.AUTHORITY).withPath("/token")
			.withBody("device_code");

	private AdminSession signIn(Consumer<DeviceCode> person) throws RegistrationException {
		return service.signIn(toContoso(), person::accept, null);
	}

	@Test
	void aPersonAtThePageSignsIn() throws Exception {
		DevicePage page = new DevicePage(tenant);
		try (AdminSession session = signIn(code -> page.signIn(code, ADMIN))) {
			assertEquals(ADMIN, session.userName());
			assertEquals(contoso(), session.tenant());
			assertTrue(session.roleTemplateIds().contains("62e90394-69f5-4237-9190-012177145e10"));
		}
	}

	@Test
	void aPersonAtThePageCancels() throws Exception {
		DevicePage page = new DevicePage(tenant);
		refused(Reason.SIGN_IN_DECLINED, () -> signIn(page::decline));
	}

	@Test
	void anotherTenantIsRefusedWithBothNames() {
		RegistrationException thrown = refused(Reason.WRONG_TENANT, () -> signIn(
				code -> tenant.deviceCodes().approve(code.userCode(), "admin@fabrikam.example")));
		assertTrue(thrown.getLocalizedMessage().contains("contoso.example"), thrown.getLocalizedMessage());
	}

	@Test
	void codesExpireAreDeclinedAndBlocked() {
		refused(Reason.SIGN_IN_EXPIRED, () -> signIn(code -> tenant.deviceCodes().expire(code.userCode())));
		refused(Reason.SIGN_IN_DECLINED, () -> signIn(code -> tenant.deviceCodes().decline(code.userCode())));
		RegistrationException blocked = refused(Reason.SIGN_IN_BLOCKED,
				() -> signIn(code -> tenant.deviceCodes().block(code.userCode(), 53003)));
		assertEquals("AADSTS53003", blocked.failure().code());
		assertFalse(blocked.failure().correlationId().isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "50076, SIGN_IN_INCOMPLETE", "53000, DEVICE_NOT_COMPLIANT", "50057, ACCOUNT_UNUSABLE",
			"65001, CONSENT_REQUIRED", "7000218, SIGN_IN_CLIENT_NOT_PUBLIC", "530033, SIGN_IN_BLOCKED" })
	void refusalsAreKnownByNumber(int aadsts, Reason reason) {
		refused(reason, () -> signIn(code -> tenant.deviceCodes().block(code.userCode(), aadsts)));
	}

	@Test
	void slowDownOnlySlowsDown() throws Exception {
		tenant.faults().add(Fault.on(POLLS).once().answer(400, java.util.Map.of(), "{\"error\":\"slow_down\"}"));
		long start = System.nanoTime();
		try (AdminSession session = signIn(code -> tenant.deviceCodes().approve(code.userCode(), ADMIN))) {
			assertEquals(ADMIN, session.userName());
		}
		// Five seconds of the code's interval, and five more.
		assertTrue(System.nanoTime() - start > 9_500_000_000L, "Polled too fast");
	}

	@Test
	void faultsOfTheServerPassWhileTheCodeLives() throws Exception {
		tenant.faults().add(Fault.on(POLLS).once().aadsts(90033));
		try (AdminSession session = signIn(code -> tenant.deviceCodes().approve(code.userCode(), ADMIN))) {
			assertEquals(ADMIN, session.userName());
		}
	}

	@Test
	void withoutAPromptNobodySignsIn() throws Exception {
		SignInRequest contoso = toContoso();
		refused(Reason.NO_PROMPT, () -> service.signIn(contoso, null, null));
	}

	@Test
	void cancelEndsTheWaitAtOnce() throws Exception {
		SignInRequest contoso = toContoso();
		Cancelling.afterMillis(700, monitor -> service.signIn(contoso, code -> {
		}, monitor));
	}

	@Test
	void signInClientComesFromThePreferences() throws Exception {
		setting(CloudCatalog.SIGN_IN_CLIENT, "04b07795-8ddb-461a-bbee-02f9e1bf7b46");
		tenant.forgetExchanges();
		signIn(code -> tenant.deviceCodes().approve(code.userCode(), ADMIN)).close();
		List<String> bodies = tenant.exchanges().stream().map(exchange -> exchange.requestBody())
				.filter(body -> body.contains("client_id=")).toList();
		assertFalse(bodies.isEmpty());
		assertTrue(bodies.stream().allMatch(body -> body.contains("04b07795-8ddb-461a-bbee-02f9e1bf7b46")));
	}

	@Test
	void aClosedSessionIsOfNoMoreUse() throws Exception {
		AdminSession session = signIn(code -> tenant.deviceCodes().approve(code.userCode(), ADMIN));
		session.close();
		session.close();
		refused(Reason.SESSION_ENDED, () -> service.plan(request(), session, null));
	}
}
