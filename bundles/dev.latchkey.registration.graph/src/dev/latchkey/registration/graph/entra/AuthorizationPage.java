package dev.latchkey.registration.graph.entra;

import java.net.URI;
import java.util.Set;

import dev.latchkey.registration.Tenant;
import okhttp3.HttpUrl;

/** Microsoft's page where one tenant's people sign in to one client. */
final class AuthorizationPage {

	/** What MSAL4J asks for by itself when it redeems the code. */
	private static final String COMMON = "openid profile offline_access"; //$NON-NLS-1$

	private final Tenant tenant;
	private final String clientId;
	private final String userName;
	private final String correlationId;

	/** @param userName who is expected to sign in; empty when anybody may, who is then asked for an account in any case */
	AuthorizationPage(Tenant tenant, String clientId, String userName, String correlationId) {
		this.tenant = tenant;
		this.clientId = clientId;
		this.userName = userName;
		this.correlationId = correlationId;
	}

	/** @param redirect where the answer is waited for */
	AuthorizationRequest request(URI redirect, Set<String> scopes) {
		HttpUrl.Builder url = HttpUrl.get(tenant.cloud().authority()).newBuilder().addPathSegment(tenant.id())
				.addPathSegments("oauth2/v2.0/authorize").addQueryParameter("client_id", clientId) //$NON-NLS-1$ //$NON-NLS-2$
				.addQueryParameter("scope", String.join(" ", scopes) + ' ' + COMMON) //$NON-NLS-1$ //$NON-NLS-2$
				.addQueryParameter("client-request-id", correlationId); //$NON-NLS-1$
		if (userName.isEmpty()) {
			url.addQueryParameter("prompt", "select_account"); //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			url.addQueryParameter("login_hint", userName); //$NON-NLS-1$
		}
		return new AuthorizationRequest(redirect, correlationId, url);
	}
}
