package dev.latchkey.registration.graph.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.junit.jupiter.api.Test;

import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

class ProxyLoginTest {

	private static final String HEADER = "Proxy-Authorization";

	private static final Request REQUEST = new Request.Builder().url("https://login.example/tenant").build();

	private static IProxyService settings(String user, String password) {
		IProxyData data = (IProxyData) Proxy.newProxyInstance(ProxyLoginTest.class.getClassLoader(),
				new Class<?>[] { IProxyData.class }, (self, method, arguments) -> switch (method.getName()) {
				case "getUserId" -> user;
				case "getPassword" -> password;
				default -> throw new UnsupportedOperationException(method.getName());
				});
		return (IProxyService) Proxy.newProxyInstance(ProxyLoginTest.class.getClassLoader(),
				new Class<?>[] { IProxyService.class }, (self, method, arguments) -> {
					assertEquals("select", method.getName());
					assertEquals(URI.create("https://login.example/tenant"), arguments[0]);
					return new IProxyData[] { data };
				});
	}

	@Test
	void answersOnceWithWhatTheSettingsKnow() {
		ProxyLogin login = new ProxyLogin(() -> settings("clerk", "secret"));
		Request answer = login.answer(REQUEST);
		assertEquals("Basic " + Base64.getEncoder().encodeToString("clerk:secret".getBytes(StandardCharsets.UTF_8)),
				answer.header(HEADER));
		assertNull(login.answer(answer), "The same answer helps no second time");
	}

	@Test
	void hasNoAnswerWithoutAUser() {
		assertNull(new ProxyLogin(() -> settings(null, null)).answer(REQUEST));
		assertNull(new ProxyLogin(() -> null).answer(REQUEST));
	}

	@Test
	void onlyAProxyThatAsksForBasicGetsAPassword() {
		ProxyLogin login = new ProxyLogin(() -> settings("clerk", "secret"));
		assertNotNull(login.authenticate(null, asking("CONNECT", "Basic realm=\"test\"")));
		assertNull(login.authenticate(null, asking("CONNECT", "Negotiate")));
		assertNull(login.authenticate(null, asking("GET", "Basic realm=\"test\"")), "No proxy is behind the tunnel");
	}

	private static Response asking(String method, String challenge) {
		return new Response.Builder().request(REQUEST.newBuilder().method(method, null).build())
				.protocol(Protocol.HTTP_1_1).code(407).message("").header("Proxy-Authenticate", challenge).build();
	}
}
