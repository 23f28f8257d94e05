package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;

import org.eclipse.core.net.proxy.IProxyData;
import org.eclipse.core.net.proxy.IProxyService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.RequestMatcher;

/** The way to Microsoft is blocked, and the platform's proxies are used. */
class NetworkTest extends TenantTest {

	private final IProxyService proxies = Services.get(IProxyService.class);
	private String[] excluded;

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
		Cloud cloud = cloud();
		Cloud distrusting = new Cloud("test", "Test", cloud.authority(), cloud.graph(), cloud.exchange(),
				cloud.sharePoint(), cloud.deviceLogin(), cloud.portal(), true, List.of());
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

	@Test
	void aWebPageIsNotAnAnswer() {
		tenant.faults().add(Fault.on(RequestMatcher.any()).html(200));
		assertEquals("HTTP 200",
				refused(Reason.NOT_JSON, () -> service.locate(cloud(), "contoso.example", null)).failure().code());
	}

	@Test
	void thePlatformsProxyIsUsed() throws Exception {
		try (TinyProxy proxy = TinyProxy.forwarding()) {
			proxyAt(proxy.port());
			assertEquals(tenant.scenario().tenantId(), contoso().id());
			assertEquals(List.of(cloud().authority().getAuthority()), proxy.targets());
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

	private Cloud at(int port) {
		Cloud cloud = cloud();
		URI there = URI.create("https://localhost:" + port);
		return new Cloud("test", "Test", there, there, there, "https://localhost", there, there, true,
				cloud.trusted());
	}
}
