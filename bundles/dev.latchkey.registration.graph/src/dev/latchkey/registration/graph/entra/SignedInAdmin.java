package dev.latchkey.registration.graph.entra;

import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/** An administrator's session, renewed in memory while it is open. Nothing else holds its tokens. */
public final class SignedInAdmin implements AdminSession, Tokens {

	private static final Duration SPARE = Duration.ofMinutes(5);

	private final Tenant tenant;
	private final SignInMethod method;
	private final String clientId;
	private final String person;
	private final String userName;
	private volatile Set<AdminScope> asked;
	private volatile Set<String> roles = Set.of();
	private volatile Set<AdminScope> scopes;
	private Renewal renewal;
	private IAuthenticationResult result;

	/** What makes new tokens of old ones; the client's cache holds tokens too. */
	static final class Renewal {

		private final PublicClientApplication client;
		private final SwitchedHttp http;
		private final ExecutorService executor;

		Renewal(PublicClientApplication client, SwitchedHttp http, ExecutorService executor) {
			this.client = client;
			this.http = http;
			this.executor = executor;
		}

		private CompletableFuture<IAuthenticationResult> begin(Set<String> scopes, IAuthenticationResult old)
				throws MalformedURLException {
			return client.acquireTokenSilently(
					SilentParameters.builder(scopes, old.account()).forceRefresh(true).build());
		}
	}

	SignedInAdmin(SignInRequest request, String clientId, Renewal renewal, IAuthenticationResult result) {
		this.tenant = request.tenant();
		this.method = request.method();
		this.asked = request.scopes();
		this.clientId = clientId;
		this.userName = name(result);
		this.person = person(result);
		this.renewal = renewal;
		become(result);
	}

	private void become(IAuthenticationResult next) {
		result = next;
		scopes = granted(next);
		Set<String> told = TokenClaims.of(next.accessToken()).texts("wids").stream() //$NON-NLS-1$
				.map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
		roles = told.isEmpty() ? roles : told;
	}

	/** What the token says: Microsoft adds what was consented to before, and may leave out what was asked for. */
	private static Set<AdminScope> granted(IAuthenticationResult result) {
		List<String> values = List.of(TokenClaims.of(result.accessToken()).text("scp").split(" ")); //$NON-NLS-1$ //$NON-NLS-2$
		EnumSet<AdminScope> scopes = EnumSet.noneOf(AdminScope.class);
		Arrays.stream(AdminScope.values()).filter(scope -> values.contains(scope.value())).forEach(scopes::add);
		if (scopes.contains(AdminScope.WRITE_APPLICATIONS)) {
			scopes.add(AdminScope.READ_APPLICATIONS);
		}
		return Set.copyOf(scopes);
	}

	/** How that person signs in, as far as the tokens tell. */
	static String name(IAuthenticationResult result) {
		TokenClaims access = TokenClaims.of(result.accessToken());
		TokenClaims id = TokenClaims.of(result.idToken());
		return List.of(access.text("upn"), id.text("preferred_username"), access.text("unique_name"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				id.text("oid")).stream().filter(name -> !name.isEmpty()).findFirst().orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String person(IAuthenticationResult result) {
		String access = TokenClaims.of(result.accessToken()).text("oid"); //$NON-NLS-1$
		return access.isEmpty() ? TokenClaims.of(result.idToken()).text("oid") : access; //$NON-NLS-1$
	}

	@Override
	public synchronized String token() throws Refusal {
		requireOpen();
		if (result.expiresOnDate().toInstant().isBefore(Instant.now().plus(SPARE))) {
			renew();
		}
		return result.accessToken();
	}

	private void requireOpen() throws Refusal {
		if (result == null) {
			throw ended(null);
		}
	}

	private void renew() throws Refusal {
		try {
			become(renewal.begin(AdminSignIn.values(tenant, asked), result).join());
		} catch (CompletionException | MalformedURLException e) {
			Refusal refusal = faults().translate(e);
			throw refusal.isTheWay() ? refusal : ended(e);
		}
	}

	/**
	 * Asks for a token that can do more, without a person.
	 *
	 * @param asking what to ask for
	 * @param needed what it must be able to do
	 * @return whether it is there; otherwise everything is as it was
	 * @throws Refusal when the way to Microsoft is not open, or the session has ended
	 */
	synchronized boolean widen(Set<AdminScope> asking, Set<AdminScope> needed, Operation operation) throws Refusal {
		requireOpen();
		EntraFaults faults = faults();
		IHttpClient later = renewal.http.use(new MsalHttp(operation.reads(), tenant.cloud()));
		try {
			IAuthenticationResult wider = new Awaiting(operation, faults)
					.result(renewal.begin(AdminSignIn.values(tenant, asking), result));
			if (!granted(wider).containsAll(needed)) {
				return false;
			}
			asked = asking;
			become(wider);
			return true;
		} catch (MalformedURLException e) {
			throw faults.translate(e);
		} catch (Refusal e) {
			if (e.isTheWay() || e.isTransient()) {
				throw e;
			}
			return false;
		} finally {
			renewal.http.use(later);
		}
	}

	/** Goes on with the tokens of another session of the same person, which is closed by that. */
	synchronized void takeOver(SignedInAdmin other) throws Refusal {
		requireOpen();
		renewal.executor.shutdownNow();
		renewal = other.renewal;
		asked = other.asked;
		become(other.result);
		other.renewal = null;
		other.result = null;
	}

	boolean isSamePersonAs(SignedInAdmin other) {
		return !person.isEmpty() && person.equals(other.person);
	}

	private static EntraFaults faults() {
		return new EntraFaults(EntraCodes::administrator, reason -> List.of());
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

	/** Takes what the directory said where the token says nothing. */
	public void learn(Set<String> roleTemplateIds) {
		roles = Set.copyOf(roleTemplateIds);
	}

	@Override
	public Set<AdminScope> scopes() {
		return scopes;
	}

	/** What was asked for, which may be less or more than what was granted. */
	Set<AdminScope> asked() {
		return asked;
	}

	SignInMethod method() {
		return method;
	}

	String clientId() {
		return clientId;
	}

	@Override
	public synchronized void close() {
		result = null;
		if (renewal != null) {
			renewal.executor.shutdownNow();
			renewal = null;
		}
	}
}
