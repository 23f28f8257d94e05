package dev.latchkey.registration.graph.tenant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AuthenticationProvider;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.entra.Tokens;

/** Gives the token to the cloud's own Microsoft Graph and to nobody else, wherever the links of an answer point. */
final class GraphLogin implements AuthenticationProvider {

	private final URI graph;
	private final Tokens tokens;

	GraphLogin(URI graph, Tokens tokens) {
		this.graph = graph;
		this.tokens = tokens;
	}

	@Override
	public void authenticateRequest(RequestInformation request, Map<String, Object> context) {
		try {
			URI uri = request.getUri();
			if (!graph.getScheme().equals(uri.getScheme()) || !graph.getAuthority().equals(uri.getAuthority())) {
				throw new IllegalStateException("Not this cloud's Microsoft Graph"); //$NON-NLS-1$
			}
			request.headers.tryAdd("Authorization", "Bearer " + tokens.token()); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (Refusal e) {
			throw new GraphFaults.Refused(e);
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
