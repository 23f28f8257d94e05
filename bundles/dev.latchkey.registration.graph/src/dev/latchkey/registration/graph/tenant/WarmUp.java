package dev.latchkey.registration.graph.tenant;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads a made-up tenant once, without a network and without a token, so that the many classes of Microsoft's SDK are there
 * when the real one is read.
 */
public final class WarmUp implements Runnable {

	private static final MediaType JSON = MediaType.get("application/json"); //$NON-NLS-1$

	private static final String ID = "00000000-0000-0000-0000-000000000000"; //$NON-NLS-1$

	private static final String ANYTHING = """
			{"id": "%1$s", "appId": "%1$s", "displayName": "-", "accountEnabled": true, "appRoles": [
			 {"id": "%1$s", "value": "-", "isEnabled": true, "allowedMemberTypes": ["Application"]}],
			 "value": [{"id": "-", "appRoleId": "%1$s", "resourceId": "%1$s", "principalId": "%1$s",
			 "roleDefinitionId": "%1$s", "directoryScopeId": "/"}]}
			""".formatted(ID); //$NON-NLS-1$

	private final Cloud cloud;
	private final ScheduledExecutorService watcher;

	/** @param watcher as for {@link Operation} */
	public WarmUp(Cloud cloud, ScheduledExecutorService watcher) {
		this.cloud = cloud;
		this.watcher = watcher;
	}

	@Override
	public void run() {
		try {
			read();
		} catch (Refusal | RuntimeException e) {
			// Nothing depends on it; what is wrong shows where it matters.
		}
	}

	void read() throws Refusal {
		OkHttpClient client = new OkHttpClient.Builder().addInterceptor(WarmUp::answer).build();
		try (Operation operation = new Operation(client, null, watcher)) {
			PrincipalReader reader = new PrincipalReader(new GraphClient(cloud, operation, () -> ID),
					(why, duration) -> operation.pause(duration));
			reader.principal(ID);
			reader.permissions(ID);
			reader.roles(ID);
		}
	}

	private static Response answer(Interceptor.Chain chain) {
		Response.Builder answer = new Response.Builder().request(chain.request()).protocol(Protocol.HTTP_1_1).code(200)
				.message("").header("Content-Type", JSON.toString()); //$NON-NLS-1$ //$NON-NLS-2$
		return Optional.of(ANYTHING).map(text -> ResponseBody.create(text, JSON)).map(answer::body).orElseThrow().build();
	}
}
