package dev.latchkey.registration.graph.entra;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.OperationCanceledException;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.PublicClientApplication;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.SignInPrompt;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.Call;
import okhttp3.HttpUrl;

/** Signs an administrator in with a device code (RFC 8628), to one tenant. */
public final class AdminSignIn {

	/** What a plan can need: applications and service principals, grants, directory roles. */
	private static final List<String> PERMISSIONS = List.of("Application.ReadWrite.All", //$NON-NLS-1$
			"AppRoleAssignment.ReadWrite.All", "RoleManagement.ReadWrite.Directory"); //$NON-NLS-1$ //$NON-NLS-2$

	private static final long LOOK_MILLIS = 50;
	private static final long IDLE_SECONDS = 10;

	private final Tenant tenant;
	private final String clientId;
	private final Operation operation;
	private final SignInPrompt prompt;
	private final EntraFaults faults;

	/** @param clientId the public client to sign in with */
	public AdminSignIn(Tenant tenant, String clientId, Operation operation, SignInPrompt prompt) {
		this.tenant = tenant;
		this.clientId = clientId;
		this.operation = operation;
		this.prompt = prompt;
		this.faults = new EntraFaults(EntraCodes::administrator, reason -> switch (reason) {
		case SIGN_IN_CLIENT_REFUSED -> List.of(clientId);
		case TENANT_NOT_FOUND, WRONG_CLOUD -> List.of(tenant.domain(), tenant.cloud().name());
		case WRONG_TENANT -> List.of(tenant.domain());
		default -> List.of();
		});
	}

	/** @param later makes the calls that renew the session's token after this operation has ended */
	public SignedInAdmin signIn(Call.Factory later) throws Refusal {
		ExecutorService executor = new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), AdminSignIn::thread);
		SignedInAdmin admin = null;
		try {
			DevicePolling http = new DevicePolling(new MsalHttp(operation.reads(), tenant.cloud()), operation);
			PublicClientApplication client = MsalClients.publicClient(clientId, tenant, http, executor);
			Future<IAuthenticationResult> future = client.acquireToken(
					DeviceCodeFlowParameters.builder(scopes(), code -> show(code, http)).build());
			http.followed();
			IAuthenticationResult result = await(future);
			requireTenant(result);
			http.end(new MsalHttp(later, tenant.cloud()));
			admin = new SignedInAdmin(tenant, scopes(), client, executor, result);
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

	private Set<String> scopes() {
		String graph = tenant.cloud().graph() + "/"; //$NON-NLS-1$
		return Set.copyOf(PERMISSIONS.stream().map(graph::concat).toList());
	}

	private void show(DeviceCode code, DevicePolling http) {
		http.begin();
		prompt.show(new SignInPrompt.DeviceCode(code.userCode(), page(code.verificationUri()),
				Instant.now().plusSeconds(code.expiresIn())));
	}

	/** Nobody is sent to a page without TLS. */
	private URI page(String address) {
		HttpUrl url = HttpUrl.parse(address);
		return url != null && url.isHttps() ? url.uri() : tenant.cloud().deviceLogin();
	}

	private IAuthenticationResult await(Future<IAuthenticationResult> future) throws Refusal {
		while (true) {
			try {
				operation.checkCanceled();
				return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				continue;
			} catch (ExecutionException e) {
				throw translate(e.getCause());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new OperationCanceledException();
			}
		}
	}

	private Refusal translate(Throwable thrown) {
		if (thrown instanceof MsalClientException e && "code_expired".equals(e.errorCode())) { //$NON-NLS-1$
			return new Refusal(Failure.of(Reason.SIGN_IN_EXPIRED), 0, Optional.empty(), e);
		}
		return faults.translate(thrown);
	}

	private void requireTenant(IAuthenticationResult result) throws Refusal {
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
