package dev.latchkey.registration.graph.entra;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Future;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.graph.Refusal;
import okhttp3.HttpUrl;

/** With a code that is entered on any device (RFC 8628). */
final class DeviceCodeFlow implements SignInFlow {

	private final Cloud cloud;
	private final SignInPrompt prompt;
	private final DevicePolling polling;
	private final Awaiting awaiting;

	/** @param polling the client's HTTP */
	DeviceCodeFlow(Cloud cloud, SignInPrompt prompt, DevicePolling polling, Awaiting awaiting) {
		this.cloud = cloud;
		this.prompt = prompt;
		this.polling = polling;
		this.awaiting = awaiting;
	}

	@Override
	public IAuthenticationResult run(PublicClientApplication client, Set<String> scopes) throws Refusal {
		Future<IAuthenticationResult> future = client
				.acquireToken(DeviceCodeFlowParameters.builder(scopes, this::show).build());
		polling.followed();
		return awaiting.result(future);
	}

	private void show(DeviceCode code) {
		polling.begin();
		prompt.show(new SignInPrompt.DeviceCode(code.userCode(), page(code.verificationUri()),
				Instant.now().plusSeconds(code.expiresIn())));
	}

	/** Nobody is sent to a page without TLS. */
	private URI page(String address) {
		HttpUrl url = HttpUrl.parse(address);
		return url != null && url.isHttps() ? url.uri() : cloud.deviceLogin();
	}
}
