package dev.latchkey.connection.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.example.directory.Users;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionException.Reason;
import dev.latchkey.connection.TokenAudience;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** The example of the documentation, and others who use a connection. */
class ConsumerTest extends ConnectedTest {

	private static final String SMALL_PAGES = "{\"pageSize\":2}";

	private List<String> users() throws Exception {
		return new Users(connections, contoso.id()).names(null).stream().sorted().toList();
	}

	private List<String> accounts() {
		return tenant.scenario().accounts().stream().map(account -> account.userPrincipalName())
				.filter(name -> name.endsWith("@contoso.example")).sorted().toList();
	}

	@Test
	void usersAreReadPageByPageWithOneSignIn() throws Exception {
		connect(SMALL_PAGES);
		assertEquals(accounts(), users());
		assertEquals(accounts(), users());
		assertEquals(1, signIns());
	}

	@Test
	void aRevokedTokenCostsOneMoreSignIn() throws Exception {
		connect(SMALL_PAGES);
		users();
		tenant.revokeTokens();
		assertEquals(accounts(), users());
		assertEquals(2, signIns());
	}

	@Test
	void demandedClaimsAreBrought() throws Exception {
		connect("{\"demands\":{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}}");
		assertEquals(accounts(), users());
		assertEquals(2, signIns());
	}

	@Test
	void throttlingIsWaitedFor() throws Exception {
		connect(SMALL_PAGES);
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH)).after(1).once().throttle(429, Duration.ofSeconds(1)));
		assertEquals(accounts(), users());
	}

	@Test
	void aTokenIsForItsServiceOfTheCloud() throws Exception {
		connect(SMALL_PAGES);
		AccessToken graph = connections.accessToken(contoso.id(), TokenAudience.GRAPH, null);
		AccessToken exchange = connections.accessToken(contoso.id(), TokenAudience.EXCHANGE, null);
		AccessToken site = connections.accessToken(contoso.id(), TokenAudience.of(tenant.endpoints().sharepoint()), null);
		assertEquals(tenant.endpoints().graph(), graph.endpoint());
		assertEquals(tenant.endpoints().exchange(), exchange.endpoint());
		assertEquals(tenant.endpoints().sharepoint(), site.endpoint());
	}

	@Test
	void refusalsAreTypedAndSayWhatToDo() throws Exception {
		connect(SMALL_PAGES);
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY)).aadsts(7000112));
		ConnectionException refused = assertThrows(ConnectionException.class, this::users);
		assertEquals(Reason.REFUSED, refused.reason());
		assertEquals(dev.latchkey.registration.Reason.APPLICATION_DISABLED, refused.failure().orElseThrow().reason());
		tenant.faults().clear();
		assertEquals(accounts(), users());
	}

	/** The JDK's own client does not trust the tenant; that of the connection does, and nobody else's is touched. */
	@Test
	void onlyTheConnectionsClientTrustsItsCloud() throws Exception {
		connect(SMALL_PAGES);
		HttpClient client = connections.httpClient(contoso.id()).build();
		assertEquals(HttpClient.Redirect.NEVER, client.followRedirects());
		assertTrue(client.proxy().isPresent());
		HttpRequest request = HttpRequest.newBuilder(tenant.endpoints().graph().resolve("/v1.0/users"))
				.build();
		assertEquals(401, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
		assertThrows(IOException.class, () -> HttpClient.newHttpClient().send(request,
				HttpResponse.BodyHandlers.discarding()));
	}
}
