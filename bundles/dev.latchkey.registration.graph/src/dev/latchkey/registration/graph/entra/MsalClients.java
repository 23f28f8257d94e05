package dev.latchkey.registration.graph.entra;

import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.ExecutorService;

import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.PublicClientApplication;

import dev.latchkey.registration.Tenant;

/** Makes MSAL4J's clients: in one tenant, over our HTTP, without discovery at hosts of its own, cache in memory. */
final class MsalClients {

	private MsalClients() {
	}

	/** @param executor not the caller itself: MSAL4J's device code flow needs another thread */
	static PublicClientApplication publicClient(String clientId, Tenant tenant, IHttpClient http,
			ExecutorService executor) {
		try {
			return PublicClientApplication.builder(clientId).authority(MsalHttp.AUTHORITY + tenant.id())
					.instanceDiscovery(false).httpClient(http).executorService(executor).disableInternalRetries()
					.build();
		} catch (MalformedURLException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** @param capabilities what the client says that it understands */
	static ConfidentialClientApplication confidentialClient(String clientId, IClientCredential credential,
			Tenant tenant, IHttpClient http, Set<String> capabilities) {
		try {
			return ConfidentialClientApplication.builder(clientId, credential)
					.authority(MsalHttp.AUTHORITY + tenant.id()).instanceDiscovery(false).httpClient(http)
					.executorService(new CallerRuns()).disableInternalRetries()
					.clientCapabilities(capabilities.isEmpty() ? null : capabilities).build();
		} catch (MalformedURLException e) {
			throw new IllegalArgumentException(e);
		}
	}
}
