package dev.latchkey.registration.graph.entra;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.SignInRequest;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.Call;

/** Signs an administrator in, to one tenant and for what is asked for. */
public final class AdminSignIn {

	private static final long IDLE_SECONDS = 10;

	private final SignInRequest request;
	private final String clientId;
	private final Operation operation;
	private final SignInPrompt prompt;
	private final EntraFaults faults;

	/** @param clientId the public client to sign in with */
	public AdminSignIn(SignInRequest request, String clientId, Operation operation, SignInPrompt prompt) {
		this.request = request;
		this.clientId = clientId;
		this.operation = operation;
		this.prompt = prompt;
		this.faults = new EntraFaults(EntraCodes::administrator, this::arguments);
	}

	private List<String> arguments(Reason reason) {
		Tenant tenant = request.tenant();
		return switch (reason) {
		case SIGN_IN_CLIENT_REFUSED, SIGN_IN_CLIENT_NOT_PUBLIC, ASSIGNMENT_REQUIRED -> List.of(clientId);
		case TENANT_NOT_FOUND, WRONG_CLOUD -> List.of(tenant.domain(), tenant.cloud().name());
		case WRONG_TENANT -> List.of(tenant.domain());
		case SIGN_IN_BLOCKED, DEVICE_NOT_COMPLIANT ->
			request.method() == SignInMethod.BROWSER ? List.of(SignInMethod.BROWSER.name()) : List.of();
		default -> List.of();
		};
	}

	/** @param later makes the calls that renew the session's token after this operation has ended */
	public SignedInAdmin signIn(Call.Factory later) throws Refusal {
		return signIn(later, ""); //$NON-NLS-1$
	}

	/** @param userName who is expected; empty when anybody may sign in */
	SignedInAdmin signIn(Call.Factory later, String userName) throws Refusal {
		Tenant tenant = request.tenant();
		ExecutorService executor = new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), AdminSignIn::thread);
		SwitchedHttp http = new SwitchedHttp(new MsalHttp(operation.reads(), tenant.cloud()));
		SignedInAdmin admin = null;
		try {
			PublicClientApplication client = MsalClients.publicClient(clientId, tenant, http, executor);
			IAuthenticationResult result = flow(http, userName).run(client, values(tenant, request.scopes()));
			requireTenant(result);
			http.use(new MsalHttp(later, tenant.cloud()));
			admin = new SignedInAdmin(request, clientId, new SignedInAdmin.Renewal(client, http, executor), result);
			return admin;
		} finally {
			if (admin == null) {
				executor.shutdownNow();
			}
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "Latchkey sign-in"); //$NON-NLS-1$
		thread.setDaemon(true);
		return thread;
	}

	private SignInFlow flow(SwitchedHttp http, String userName) {
		Tenant tenant = request.tenant();
		if (request.method() == SignInMethod.BROWSER) {
			return new BrowserFlow(new AuthorizationPage(tenant, clientId, userName, operation.correlationId()), prompt,
					operation, faults);
		}
		DevicePolling polling = new DevicePolling(new MsalHttp(operation.reads(), tenant.cloud()), operation);
		http.use(polling);
		return new DeviceCodeFlow(tenant.cloud(), prompt, polling, new Awaiting(operation, faults));
	}

	/** As Microsoft Entra ID wants them: behind the address of Microsoft Graph. */
	static Set<String> values(Tenant tenant, Set<AdminScope> scopes) {
		String graph = tenant.cloud().graph() + "/"; //$NON-NLS-1$
		return scopes.stream().map(scope -> graph + scope.value()).collect(Collectors.toUnmodifiableSet());
	}

	private void requireTenant(IAuthenticationResult result) throws Refusal {
		Tenant tenant = request.tenant();
		String access = TokenClaims.of(result.accessToken()).text("tid"); //$NON-NLS-1$
		String signedIn = access.isEmpty() ? TokenClaims.of(result.idToken()).text("tid") : access; //$NON-NLS-1$
		if (!signedIn.equalsIgnoreCase(tenant.id())) {
			String user = SignedInAdmin.name(result);
			String theirs = user.contains("@") ? user.substring(user.lastIndexOf('@') + 1) : signedIn; //$NON-NLS-1$
			throw new Refusal(Failure.of(Reason.WRONG_TENANT, user, theirs, tenant.domain()), 0, Optional.empty(),
					null);
		}
	}
}
