package dev.latchkey.registration.graph.tenant;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Operation;

/** Asks Microsoft Graph for the directory roles of who is signed in, when the token does not name them. */
public final class AdminRoles {

	private static final String PATH = "/me/transitiveMemberOf/microsoft.graph.directoryRole?$select=roleTemplateId"; //$NON-NLS-1$

	private final GraphClient graph;
	private final Operation operation;

	public AdminRoles(GraphClient graph, Operation operation) {
		this.graph = graph;
		this.operation = operation;
	}

	/** Template ids in lower case; none when that may not be read. */
	public Set<String> templateIds() throws Refusal {
		try {
			return read();
		} catch (Refusal e) {
			if (e.status() == 403) {
				return Set.of();
			}
			throw e;
		}
	}

	private Set<String> read() throws Refusal {
		Set<String> ids = new HashSet<>();
		RequestInformation request = graph.request(HttpMethod.GET, PATH);
		while (request != null) {
			RequestInformation current = request;
			JsonObject page = Retry.call(operation, () -> graph.read(current));
			for (JsonElement role : page.getAsJsonArray("value")) { //$NON-NLS-1$
				ids.add(role.getAsJsonObject().get("roleTemplateId").getAsString().toLowerCase(Locale.ROOT)); //$NON-NLS-1$
			}
			request = next(page);
		}
		return ids;
	}

	private RequestInformation next(JsonObject page) {
		if (!page.has("@odata.nextLink")) { //$NON-NLS-1$
			return null;
		}
		RequestInformation next = graph.request(HttpMethod.GET, ""); //$NON-NLS-1$
		next.setUri(java.net.URI.create(page.get("@odata.nextLink").getAsString())); //$NON-NLS-1$
		return next;
	}
}
