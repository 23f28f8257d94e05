package dev.latchkey.registration.graph.proof;

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
import dev.latchkey.registration.graph.errors.Side;
import dev.latchkey.registration.graph.tenant.GraphClient;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Asks SharePoint Online for the title of its root site. */
final class SharePointCall {

	private static final String TENANT = "{tenant}"; //$NON-NLS-1$

	private final Tries tries;
	private final GraphClient graph;
	private final Cloud cloud;
	private final ServiceHttp http;
	private final Once<HttpUrl> root = new Once<>(this::find);

	SharePointCall(Tries tries, GraphClient graph, Cloud cloud) {
		this.tries = tries;
		this.graph = graph;
		this.cloud = cloud;
		this.http = new ServiceHttp(tries, Side.SHAREPOINT, Service.SHAREPOINT.productName());
	}

	/** The audience of tokens: the root site's address without a slash at its end. */
	String audience() throws Refusal {
		try {
			return root.get().toString().replaceFirst("/$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (Refusal e) {
			root.forget();
			throw Probes.refused(e, Service.SHAREPOINT.productName());
		}
	}

	void run(String token) throws Refusal {
		HttpUrl url = root.get().newBuilder().addPathSegments("_api/web").addQueryParameter("$select", "Title").build(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		tries.call(() -> {
			ServiceHttp.Answer answer = http.send(new Request.Builder().url(url).header("Accept", //$NON-NLS-1$
					"application/json;odata=nometadata"), token); //$NON-NLS-1$
			if (!answer.successful()) {
				throw http.refusal(answer);
			}
			return answer;
		});
	}

	/** Where the tenant's root site is: what the cloud says, or what Microsoft Graph says where it differs by tenant. */
	private HttpUrl find() throws Refusal {
		if (!cloud.sharePoint().contains(TENANT)) {
			return HttpUrl.get(cloud.sharePoint());
		}
		RequestInformation request = graph.request(HttpMethod.GET, "/sites/root?$select=webUrl"); //$NON-NLS-1$
		JsonObject site = tries.call(() -> graph.read(request));
		HttpUrl url = site.has("webUrl") ? HttpUrl.parse(site.get("webUrl").getAsString()) : null; //$NON-NLS-1$ //$NON-NLS-2$
		if (url == null || !url.isHttps() || !url.host().endsWith(domain())) {
			throw new Refusal(new Failure(Reason.SERVICE_REFUSED, List.of(Service.SHAREPOINT.productName()), "webUrl", //$NON-NLS-1$
					tries.correlationId(), Instant.now()), 0, Optional.empty(), null);
		}
		return url.newBuilder().encodedPath("/").query(null).build(); //$NON-NLS-1$
	}

	/** A token goes to hosts of the cloud's own SharePoint only. */
	private String domain() {
		return cloud.sharePoint().substring(cloud.sharePoint().indexOf(TENANT) + TENANT.length());
	}
}
