package dev.latchkey.registration.graph.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.NetworkException;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.GraphClient;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Asks SharePoint Online for the title of its root site. */
final class SharePointCall {

	private static final String TENANT = "{tenant}"; //$NON-NLS-1$

	private final Operation operation;
	private final GraphClient graph;
	private final Cloud cloud;

	SharePointCall(Operation operation, GraphClient graph, Cloud cloud) {
		this.operation = operation;
		this.graph = graph;
		this.cloud = cloud;
	}

	/** Where the tenant's root site is: what the cloud says, or what Microsoft Graph says where it differs by tenant. */
	HttpUrl root() throws Refusal {
		if (!cloud.sharePoint().contains(TENANT)) {
			return HttpUrl.get(cloud.sharePoint());
		}
		RequestInformation request = graph.request(HttpMethod.GET, "/sites/root?$select=webUrl"); //$NON-NLS-1$
		JsonObject site = Retry.call(operation, () -> graph.read(request));
		HttpUrl url = site.has("webUrl") ? HttpUrl.parse(site.get("webUrl").getAsString()) : null; //$NON-NLS-1$ //$NON-NLS-2$
		if (url == null || !url.isHttps() || !url.host().endsWith(domain())) {
			throw refusal(0, "webUrl"); //$NON-NLS-1$
		}
		return url.newBuilder().encodedPath("/").query(null).build(); //$NON-NLS-1$
	}

	/** A token goes to hosts of the cloud's own SharePoint only. */
	private String domain() {
		return cloud.sharePoint().substring(cloud.sharePoint().indexOf(TENANT) + TENANT.length());
	}

	void run(HttpUrl root, String token) throws Refusal {
		HttpUrl url = root.newBuilder().addPathSegments("_api/web").addQueryParameter("$select", "Title").build(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		Request request = new Request.Builder().url(url).header("Authorization", "Bearer " + token) //$NON-NLS-1$ //$NON-NLS-2$
				.header("Accept", "application/json;odata=nometadata").build(); //$NON-NLS-1$ //$NON-NLS-2$
		try (Response response = operation.reads().newCall(request).execute()) {
			if (!response.isSuccessful()) {
				throw refusal(response.code(), "HTTP " + response.code()); //$NON-NLS-1$
			}
		} catch (NetworkException e) {
			throw new Refusal(e);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private Refusal refusal(int status, String code) {
		Reason reason = status >= 500 ? Reason.SERVICE_FAULT : Reason.SERVICE_REFUSED;
		Failure failure = new Failure(status == 429 ? Reason.THROTTLED : reason,
				List.of(Service.SHAREPOINT.productName()), code, operation.correlationId(), Instant.now());
		return new Refusal(failure, status, Optional.empty(), null);
	}
}
