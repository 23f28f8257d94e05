package dev.latchkey.registration.graph.entra;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import okhttp3.HttpUrl;

/**
 * One request for an authorization code, with the secrets that tie its answer to it: the state (RFC 6749, section 10.12)
 * and the verifier (RFC 7636).
 */
final class AuthorizationRequest {

	private static final int SECRET_BYTES = 32;

	private final String state = secret();
	private final String verifier = secret();
	private final URI redirect;
	private final String correlationId;
	private final URI page;

	/** @param url Microsoft's page, with what the client asks for */
	AuthorizationRequest(URI redirect, String correlationId, HttpUrl.Builder url) {
		this.redirect = redirect;
		this.correlationId = correlationId;
		this.page = page(url);
	}

	private static String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** The code comes back in a form, so that no history and no log of addresses ever has it. */
	private URI page(HttpUrl.Builder url) {
		return url.addQueryParameter("response_type", "code").addQueryParameter("response_mode", "form_post") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.addQueryParameter("redirect_uri", redirect.toString()).addQueryParameter("state", state) //$NON-NLS-1$ //$NON-NLS-2$
				.addQueryParameter("code_challenge", challenge()).addQueryParameter("code_challenge_method", "S256") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				.build().uri();
	}

	private String challenge() {
		try {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(
					MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII))); //$NON-NLS-1$
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** What to open; holds the state. */
	URI page() {
		return page;
	}

	URI redirect() {
		return redirect;
	}

	String verifier() {
		return verifier;
	}

	/** What came back; anything that is not an answer to this very request counts as an error. */
	AuthorizationAnswer answer(Map<String, String> fields) {
		byte[] returned = fields.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8); //$NON-NLS-1$ //$NON-NLS-2$
		if (!MessageDigest.isEqual(returned, state.getBytes(StandardCharsets.UTF_8))) {
			return AuthorizationAnswer.of(EntraError.local("state_mismatch", correlationId)); //$NON-NLS-1$
		}
		if (fields.containsKey("error")) { //$NON-NLS-1$
			return AuthorizationAnswer.of(EntraError.redirected(fields, correlationId));
		}
		String code = fields.getOrDefault("code", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return code.isEmpty() ? AuthorizationAnswer.of(EntraError.local("no_code", correlationId)) //$NON-NLS-1$
				: AuthorizationAnswer.of(code);
	}
}
