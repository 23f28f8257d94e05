package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** The administrator's sign-in with a browser, and what goes wrong with it. */
class BrowserSignInTest extends TenantTest {

	private static final RequestMatcher REDEEMING = RequestMatcher.at(Origin.AUTHORITY).withPath("/token")
			.withBody("authorization_code");

	@BeforeEach
	void change() throws IOException {
		startWith("{\"foreignAccounts\": \"issue\"}");
	}

	private AdminSession signIn(SignInPrompt person) throws RegistrationException {
		return service.signIn(new SignInRequest(contoso(), SignInMethod.BROWSER, Set.of(AdminScope.READ_APPLICATIONS)),
				person, null);
	}

	private static Map<String, String> query(URI address) {
		return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
				.collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private static void assertNobodyListens(BrowserPerson person) {
		URI loopback = URI.create(query(person.page().address()).get("redirect_uri"));
		assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", loopback.getPort()).close());
	}

	@Test
	void aPersonWithABrowserSignsIn() throws Exception {
		BrowserPerson person = BrowserPerson.choosing(tenant, ADMIN);
		try (AdminSession session = signIn(person)) {
			assertEquals(ADMIN, session.userName());
			assertEquals(contoso(), session.tenant());
			assertEquals(Set.of(AdminScope.READ_APPLICATIONS), session.scopes());
		}
		assertNobodyListens(person);
	}

	@Test
	void thePageIsTheCloudsAndAsksWithProofOfPossession() throws Exception {
		BrowserPerson person = BrowserPerson.choosing(tenant, ADMIN);
		signIn(person).close();
		URI page = person.page().address();
		Map<String, String> asked = query(page);
		assertEquals(cloud().authority().getAuthority(), page.getAuthority());
		assertTrue(page.getPath().startsWith('/' + tenant.scenario().tenantId() + '/'), page.getPath());
		assertEquals("S256", asked.get("code_challenge_method"));
		assertEquals("form_post", asked.get("response_mode"));
		assertTrue(asked.get("redirect_uri").matches("http://localhost:\\d+"), asked.get("redirect_uri"));
		assertEquals(43, asked.get("state").length());
		assertEquals(Set.of("openid", "profile", "offline_access", cloud().graph() + "/Application.Read.All"),
				Set.of(asked.get("scope").split(" ")));
		assertFalse(person.page().toString().contains(asked.get("state")));
	}

	@Test
	void theWindowSaysThatItCanBeClosedAndTellsNobodyElse() throws Exception {
		BrowserPerson person = BrowserPerson.choosing(tenant, ADMIN);
		signIn(person).close();
		HttpResponse<String> window = person.window();
		assertEquals(200, window.statusCode());
		assertTrue(Jsoup.parse(window.body()).text().contains("You can close this window"), window.body());
		assertEquals("no-referrer", window.headers().firstValue("Referrer-Policy").orElse(""));
		assertEquals("no-store", window.headers().firstValue("Cache-Control").orElse(""));
		assertTrue(window.headers().firstValue("Content-Security-Policy").orElse("").contains("default-src 'none'"));
		assertEquals(0, Jsoup.parse(window.body()).select("[src], [href], script, form").size());
		assertFalse(window.body().contains(person.sent().get("code")));
	}

	@Test
	void aPersonWhoCancelsDeclines() {
		BrowserPerson person = BrowserPerson.cancelling(tenant);
		RegistrationException thrown = refused(Reason.SIGN_IN_DECLINED, () -> signIn(person));
		assertEquals("AADSTS65004", thrown.failure().code());
		assertFalse(thrown.failure().correlationId().isEmpty());
		assertTrue(person.window().body().contains("not signed in"), person.window().body());
		assertNobodyListens(person);
	}

	@Test
	void anAnswerToSomethingElseEndsTheSignInUnredeemed() throws Exception {
		BrowserPerson person = BrowserPerson.robbed(tenant, ADMIN, fields -> {
			Map<String, String> forged = new HashMap<>(fields);
			forged.put("state", "A".repeat(43));
			return forged;
		});
		tenant.forgetExchanges();
		RegistrationException thrown = refused(Reason.UNKNOWN, () -> signIn(person));
		assertEquals("state_mismatch", thrown.failure().code());
		assertTrue(tenant.exchanges().stream().noneMatch(exchange -> exchange.uri().getPath().endsWith("/token")));
		assertNobodyListens(person);
	}

	@ParameterizedTest
	@CsvSource({ "53003, SIGN_IN_BLOCKED", "530036, SIGN_IN_BLOCKED", "53000, DEVICE_NOT_COMPLIANT",
			"50097, DEVICE_NOT_COMPLIANT", "50076, SIGN_IN_INCOMPLETE", "530034, ACCOUNT_UNUSABLE",
			"50020, WRONG_TENANT", "65001, CONSENT_REQUIRED", "50011, SIGN_IN_CLIENT_REFUSED" })
	void refusalsAreKnownByNumberOnTheWayBackAndAtTheEnd(int aadsts, Reason reason) {
		tenant.browserSignIns().refuseNext(aadsts);
		RegistrationException back = refused(reason, () -> signIn(BrowserPerson.choosing(tenant, ADMIN)));
		assertEquals("AADSTS" + aadsts, back.failure().code());
		tenant.faults().add(Fault.on(REDEEMING).once().aadsts(aadsts));
		RegistrationException end = refused(reason, () -> signIn(BrowserPerson.choosing(tenant, ADMIN)));
		assertEquals("AADSTS" + aadsts, end.failure().code());
	}

	@Test
	void aBlockedBrowserIsToldToUseACode() {
		tenant.browserSignIns().refuseNext(53003);
		RegistrationException thrown = refused(Reason.SIGN_IN_BLOCKED,
				() -> signIn(BrowserPerson.choosing(tenant, ADMIN)));
		assertTrue(thrown.getLocalizedMessage().contains("Sign in with a code"), thrown.getLocalizedMessage());
	}

	@Test
	void anotherTenantIsRefusedWithBothNames() {
		RegistrationException thrown = refused(Reason.WRONG_TENANT,
				() -> signIn(BrowserPerson.choosing(tenant, "admin@fabrikam.example")));
		assertTrue(thrown.getLocalizedMessage().contains("fabrikam.example"), thrown.getLocalizedMessage());
		assertTrue(thrown.getLocalizedMessage().contains("contoso.example"), thrown.getLocalizedMessage());
	}

	@Test
	void withoutABrowserACodeIsAdvised() {
		RegistrationException thrown = refused(Reason.BROWSER_UNAVAILABLE, () -> signIn(code -> {
		}));
		assertTrue(thrown.getLocalizedMessage().contains("with a code"), thrown.getLocalizedMessage());
	}

	@Test
	void cancelEndsTheWaitAndTheListeningAtOnce() throws Exception {
		SignInRequest request = new SignInRequest(contoso(), SignInMethod.BROWSER, Set.of(AdminScope.READ_APPLICATIONS));
		BrowserPerson idle = BrowserPerson.reading(tenant);
		Cancelling.afterMillis(500, monitor -> service.signIn(request, idle, monitor));
		assertNobodyListens(idle);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /, 405", "GET, /favicon.ico, 404", "POST, /else, 404", "PUT, /, 405", "POST, /, 415" })
	void strangersAreSentAwayAndTheSignInGoesOn(String method, String path, int status) throws Exception {
		BrowserPerson person = BrowserPerson.choosing(tenant, ADMIN);
		CompletableFuture<Integer> answer = new CompletableFuture<>();
		AdminSession session = signIn(new SignInPrompt() {
			@Override
			public void show(DeviceCode code) {
				throw new IllegalStateException();
			}

			@Override
			public boolean open(BrowserPage page) {
				URI target = URI.create(query(page.address()).get("redirect_uri") + path);
				answer.complete(new WebBrowser(tenant).send(
						HttpRequest.newBuilder(target).method(method, BodyPublishers.ofString("x=y")).build()).statusCode());
				return person.open(page);
			}
		});
		session.close();
		assertEquals(status, answer.join());
	}
}
