package dev.latchkey.registration.graph.entra;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/** In this computer's browser: authorization code with PKCE, answered on loopback (RFC 7636, RFC 8252). */
final class BrowserFlow implements SignInFlow {

	/** As long as Microsoft's codes for devices live. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final AuthorizationPage page;
	private final SignInPrompt prompt;
	private final Operation operation;
	private final EntraFaults faults;
	private final Awaiting awaiting;

	BrowserFlow(AuthorizationPage page, SignInPrompt prompt, Operation operation, EntraFaults faults) {
		this.page = page;
		this.prompt = prompt;
		this.operation = operation;
		this.faults = faults;
		this.awaiting = new Awaiting(operation, faults);
	}

	@Override
	public IAuthenticationResult run(PublicClientApplication client, Set<String> scopes) throws Refusal {
		try (Loopback loopback = Loopback.open()) {
			AuthorizationRequest request = page.request(loopback.address(), scopes);
			Instant expires = Instant.now().plus(PATIENCE);
			if (!prompt.open(new SignInPrompt.BrowserPage(request.page(), expires))) {
				throw refusal(Reason.BROWSER_UNAVAILABLE, null);
			}
			return redeem(client, scopes, request, await(loopback, expires));
		} catch (IOException e) {
			throw refusal(Reason.BROWSER_UNAVAILABLE, e);
		}
	}

	private Loopback.Arrival await(Loopback loopback, Instant expires) throws Refusal {
		while (Instant.now().isBefore(expires)) {
			operation.checkCanceled();
			Optional<Loopback.Arrival> arrival = loopback.poll(Awaiting.LOOK_MILLIS);
			if (arrival.isPresent()) {
				return arrival.get();
			}
		}
		throw refusal(Reason.SIGN_IN_EXPIRED, null);
	}

	/** The window is told how it ended, which is known when the code was redeemed only. */
	private IAuthenticationResult redeem(PublicClientApplication client, Set<String> scopes,
			AuthorizationRequest request, Loopback.Arrival arrival) throws Refusal {
		boolean signedIn = false;
		try {
			AuthorizationAnswer answer = request.answer(arrival.fields());
			if (answer.error().isPresent()) {
				throw faults.refusal(answer.error().get(), null);
			}
			IAuthenticationResult result = awaiting.result(client.acquireToken(AuthorizationCodeParameters
					.builder(answer.code(), request.redirect()).scopes(scopes).codeVerifier(request.verifier())
					.build()));
			signedIn = true;
			return result;
		} finally {
			arrival.reply(signedIn);
		}
	}

	private static Refusal refusal(Reason reason, Exception cause) {
		return new Refusal(Failure.of(reason), 0, Optional.empty(), cause);
	}
}
