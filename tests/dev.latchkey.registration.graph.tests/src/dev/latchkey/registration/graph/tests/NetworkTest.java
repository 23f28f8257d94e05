package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.CloudHttp;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;
import dev.latchkey.tenant.SimulatedTenant;
import dev.latchkey.tenant.TenantOptions;

/** The way to Microsoft is blocked, and the platform's proxies are used. */
class NetworkTest extends TenantTest {

	private final IProxyService proxies = Services.get(IProxyService.class);
	private String[] excluded;

	@TempDir
	Path folder;

	@BeforeEach
	void rememberProxies() {
		excluded = proxies.getNonProxiedHosts();
	}

	@AfterEach
	void restoreProxies() throws Exception {
		proxies.setNonProxiedHosts(excluded);
		for (IProxyData data : proxies.getProxyData()) {
			data.disable();
			proxies.setProxyData(new IProxyData[] { data });
		}
		proxies.setProxiesEnabled(false);
	}

	private void proxyAt(int port) throws Exception {
		proxies.setSystemProxiesEnabled(false);
		proxies.setProxiesEnabled(true);
		proxies.setNonProxiedHosts(new String[0]);
		IProxyData data = proxies.getProxyData(IProxyData.HTTPS_PROXY_TYPE);
		data.setHost("localhost");
		data.setPort(port);
		proxies.setProxyData(new IProxyData[] { data });
	}

	@Test
	void anUnknownAuthorityIsNotTrusted() {
		Cloud distrusting = distrusting();
		RegistrationException thrown = refused(Reason.TLS_UNTRUSTED,
				() -> service.locate(distrusting, "contoso.example", null));
		assertEquals(List.of("localhost"), thrown.failure().arguments());
	}

	@Test
	void nobodyThereIsUnreachable() throws Exception {
		refused(Reason.NETWORK_UNREACHABLE, () -> service.locate(at(closedPort()), "contoso.example", null));
	}

	@Test
	void silenceTimesOutAndIsCancelledAtOnce() throws Exception {
		setting(CloudCatalog.ANSWER_SECONDS, "1");
		try (ServerSocket silent = new ServerSocket(0)) {
			Cloud cloud = at(silent.getLocalPort());
			refused(Reason.TIMED_OUT, () -> service.locate(cloud, "contoso.example", null));
			setting(CloudCatalog.ANSWER_SECONDS, "30");
			Cancelling.afterMillis(300, monitor -> service.locate(cloud, "contoso.example", monitor));
		}
	}

	@ParameterizedTest
	@CsvSource({ "200, text/html", "200, text/plain", "200, application/xhtml+xml", "403, text/html", "511, text/plain",
			"302, text/plain", "307, application/json" })
	void whatAGuestNetworkAnswersIsNoAnswer(int status, String type) {
		tenant.faults().add(Fault.on(RequestMatcher.any()).answer(status,
				Map.of("Content-Type", type, "Location", "https://login.guest.example/"), "Please log in."));
		Failure failure = refused(Reason.NOT_JSON, () -> service.locate(cloud(), "contoso.example", null)).failure();
		assertEquals("HTTP " + status, failure.code());
		assertEquals(List.of("localhost"), failure.arguments());
	}

	@Test
	void whatPretendsToBeAProxyIsOne() {
		tenant.faults().add(Fault.on(RequestMatcher.any()).html(407));
		refused(Reason.PROXY_REFUSED, () -> service.locate(cloud(), "contoso.example", null));
	}

	@Test
	void noTokenFollowsARedirection() throws Exception {
		AdminSession session = signIn(ADMIN);
		try (SimulatedTenant other = SimulatedTenant.start(TenantOptions.defaults())) {
			tenant.faults().add(Fault.on(RequestMatcher.at(Origin.GRAPH)).answer(307,
					Map.of("Location", other.endpoints().graph() + "/v1.0/me"), ""));
			setting(CloudCatalog.TRUSTED_FILES, other.caFile().toString());
			refused(Reason.NOT_JSON, () -> service.plan(request(), session, null));
			assertTrue(other.exchanges().isEmpty());
		}
	}

	@Test
	void filesOfThePreferencesAreTrustedAsSoonAsTheyAreThere() throws Exception {
		Cloud distrusting = distrusting();
		setting(CloudCatalog.TRUSTED_FILES, tenant.caFile().toString());
		assertEquals(tenant.scenario().tenantId(), service.locate(distrusting, "contoso.example", null).id());
		setting(CloudCatalog.TRUSTED_FILES, "");
		refused(Reason.TLS_UNTRUSTED, () -> service.locate(distrusting, "contoso.example", null));
	}

	@Test
	void aBrokenFileIsToldAndTheOthersAreTrusted() throws Exception {
		Path broken = Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
		setting(CloudCatalog.TRUSTED_FILES, broken + "\n" + folder.resolve("missing.pem") + "\n" + tenant.caFile());
		try (LogCapture log = LogCapture.everything()) {
			assertEquals(tenant.scenario().tenantId(), service.locate(distrusting(), "contoso.example", null).id());
			assertTrue(log.text().contains("broken.pem") && log.text().contains("missing.pem"), log.text());
		}
		List<String> problems = Services.get(CloudCatalog.class).problems();
		assertEquals(2, problems.size(), problems::toString);
		assertTrue(problems.get(0).contains("broken.pem") && problems.get(1).contains("missing.pem"), problems::toString);
	}

	@Test
	void thePlatformsProxyIsUsed() throws Exception {
		try (TinyProxy proxy = TinyProxy.forwarding()) {
			proxyAt(proxy.port());
			assertEquals(tenant.scenario().tenantId(), contoso().id());
			assertEquals(List.of(cloud().authority().getAuthority()), proxy.targets());
		}
	}

	/** What the Javadoc says of it: a proxy that wants a password is answered with its refusal, and gets none. */
	@Test
	void theJdksClientGoesThroughTheProxyToo() throws Exception {
		HttpClient client = Services.get(CloudHttp.class).client(cloud()).build();
		HttpRequest request = HttpRequest.newBuilder(cloud().graph().resolve("/v1.0/users")).build();
		try (TinyProxy proxy = TinyProxy.forwarding()) {
			proxyAt(proxy.port());
			assertEquals(401, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
			assertEquals(List.of(cloud().graph().getAuthority()), proxy.targets());
		}
		try (TinyProxy proxy = TinyProxy.refusing(407)) {
			proxyAt(proxy.port());
			assertEquals(407, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
			assertEquals(List.of(), proxy.logins());
		}
	}

	@Test
	void excludedHostsAreReachedWithoutIt() throws Exception {
		try (TinyProxy proxy = TinyProxy.refusing(403)) {
			proxyAt(proxy.port());
			proxies.setNonProxiedHosts(new String[] { "localhost" });
			assertEquals(tenant.scenario().tenantId(), contoso().id());
			assertTrue(proxy.targets().isEmpty());
		}
	}

	@Test
	void aProxyThatRefusesIsNamedAsSuch() throws Exception {
		for (int status : new int[] { 403, 407, 502 }) {
			try (TinyProxy proxy = TinyProxy.refusing(status)) {
				proxyAt(proxy.port());
				refused(Reason.PROXY_REFUSED, () -> service.locate(cloud(), "contoso.example", null));
			}
		}
	}

	@Test
	void aProxyThatIsNotThereIsTheNetworks() throws Exception {
		proxyAt(closedPort());
		refused(Reason.NETWORK_UNREACHABLE, () -> service.locate(cloud(), "contoso.example", null));
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** The same without the tenant's own authority. */
	private Cloud distrusting() {
		Cloud cloud = cloud();
		return new Cloud("test", "Test", cloud.authority(), cloud.graph(), cloud.exchange(), cloud.sharePoint(),
				cloud.deviceLogin(), cloud.portal(), true, List.of());
	}

	private Cloud at(int port) {
		Cloud cloud = cloud();
		URI there = URI.create("https://localhost:" + port);
		return new Cloud("test", "Test", there, there, there, "https://localhost", there, there, true,
				cloud.trusted());
	}
}
