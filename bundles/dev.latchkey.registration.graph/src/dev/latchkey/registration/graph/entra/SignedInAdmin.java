package dev.latchkey.registration.graph.entra;

import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;

/** An administrator's session, renewed in memory while it is open. */
public final class SignedInAdmin implements AdminSession, Tokens {

	private static final Duration SPARE = Duration.ofMinutes(5);

	private final Tenant tenant;
	private final String userName;
	private final Set<String> roles;
	private final Set<String> scopes;
	private final ExecutorService executor;
	private PublicClientApplication client;
	private IAuthenticationResult result;

	SignedInAdmin(Tenant tenant, Set<String> scopes, PublicClientApplication client, ExecutorService executor,
			IAuthenticationResult result) {
		this.executor = executor;
		this.tenant = tenant;
		this.scopes = scopes;
		this.client = client;
		this.result = result;
		this.userName = name(result);
		this.roles = TokenClaims.of(result.accessToken()).texts("wids").stream() //$NON-NLS-1$
				.map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
	}

	/** How that person signs in, as far as the tokens tell. */
	static String name(IAuthenticationResult result) {
		TokenClaims access = TokenClaims.of(result.accessToken());
		TokenClaims id = TokenClaims.of(result.idToken());
		return List.of(access.text("upn"), id.text("preferred_username"), access.text("unique_name"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				id.text("oid")).stream().filter(name -> !name.isEmpty()).findFirst().orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public synchronized String token() throws Refusal {
		if (result == null) {
			throw ended(null);
		}
		if (result.expiresOnDate().toInstant().isBefore(Instant.now().plus(SPARE))) {
			renew();
		}
		return result.accessToken();
	}

	private void renew() throws Refusal {
		try {
			result = client.acquireTokenSilently(
					SilentParameters.builder(scopes, result.account()).forceRefresh(true).build()).join();
		} catch (CompletionException | MalformedURLException e) {
			Refusal refusal = new EntraFaults(EntraCodes::administrator, reason -> List.of()).translate(e);
			throw refusal.isTheWay() ? refusal : ended(e);
		}
	}

	private static Refusal ended(Throwable cause) {
		return new Refusal(Failure.of(Reason.SESSION_ENDED), 401, Optional.empty(), cause);
	}

	@Override
	public String userName() {
		return userName;
	}

	@Override
	public Tenant tenant() {
		return tenant;
	}

	@Override
	public Set<String> roleTemplateIds() {
		return roles;
	}

	@Override
	public Set<AdminScope> scopes() {
		return EnumSet.of(AdminScope.WRITE_APPLICATIONS, AdminScope.GRANT_PERMISSIONS, AdminScope.ASSIGN_ROLES);
	}

	@Override
	public synchronized void close() {
		result = null;
		client = null;
		executor.shutdownNow();
	}
}
