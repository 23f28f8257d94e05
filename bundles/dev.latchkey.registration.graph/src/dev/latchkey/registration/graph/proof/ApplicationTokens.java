package dev.latchkey.registration.graph.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.entra.TokenClaims;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.Needs;

/** The application's tokens during one proof. A token that lacks what is needed is not kept: a later one may have it. */
final class ApplicationTokens {

	private final Needs needs;
	private final CertificateSignIn signIn;
	private final Operation operation;
	private final Map<Resource, ResourceToken> kept = new HashMap<>();

	ApplicationTokens(Needs needs, CertificateSignIn signIn, Operation operation) {
		this.needs = needs;
		this.signIn = signIn;
		this.operation = operation;
	}

	ResourceToken token(Resource resource) throws Refusal {
		ResourceToken known = kept.get(resource);
		if (known != null) {
			return known;
		}
		ResourceToken token = fresh(scope(resource), resource.name());
		if (token.roles().containsAll(needed(resource))) {
			kept.put(resource, token);
		}
		return token;
	}

	/** For an address of the resource, never kept. */
	ResourceToken fresh(String audience, String name) throws Refusal {
		String token = Retry.call(operation, () -> signIn.token(audience, name));
		return new ResourceToken(token, TokenClaims.of(token).texts("roles")); //$NON-NLS-1$
	}

	/** By address where a call follows that wants it as audience; SharePoint's address differs from tenant to tenant. */
	private String scope(Resource resource) {
		Cloud cloud = needs.request().tenant().cloud();
		if (Resource.MICROSOFT_GRAPH.equals(resource)) {
			return cloud.graph().toString();
		}
		return Resource.EXCHANGE_ONLINE.equals(resource) ? cloud.exchange().toString() : resource.appId();
	}

	private List<String> needed(Resource resource) {
		return needs.permissions().stream().filter(need -> need.resource().equals(resource)).map(PermissionNeed::value)
				.toList();
	}
}
