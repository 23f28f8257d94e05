package dev.latchkey.registration.graph.proof;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry.Attempt;
import dev.latchkey.registration.graph.entra.CertificateSignIn;
import dev.latchkey.registration.graph.entra.TokenClaims;
import dev.latchkey.registration.graph.tenant.Needs;

/** The application's tokens during one proof, one for each resource, for whichever checks want it. */
final class ApplicationTokens {

	private final Needs needs;
	private final CertificateSignIn signIn;
	private final Tries tries;
	private final Attempt<String> sharePoint;
	private final Map<Resource, Once<ResourceToken>> asked = new ConcurrentHashMap<>();

	/** @param sharePoint the address of the tenant's SharePoint, which differs from tenant to tenant */
	ApplicationTokens(Needs needs, CertificateSignIn signIn, Tries tries, Attempt<String> sharePoint) {
		this.needs = needs;
		this.signIn = signIn;
		this.tries = tries;
		this.sharePoint = sharePoint;
	}

	ResourceToken token(Resource resource) throws Refusal {
		return asked.computeIfAbsent(resource, wanted -> new Once<>(() -> fresh(wanted))).get();
	}

	/** A later token may have what an early one lacks, because a grant has spread meanwhile. */
	void renew() {
		asked.forEach((resource, token) -> {
			if (!complete(resource, token)) {
				token.forget();
			}
		});
	}

	private boolean complete(Resource resource, Once<ResourceToken> token) {
		try {
			return token.get().roles().containsAll(needed(resource));
		} catch (Refusal e) {
			return false;
		}
	}

	private ResourceToken fresh(Resource resource) throws Refusal {
		String scope = scope(resource);
		try {
			String token = tries.call(() -> signIn.token(scope, resource.name()));
			return new ResourceToken(token, TokenClaims.of(token).texts("roles")); //$NON-NLS-1$
		} catch (Refusal e) {
			throw e.reason() == Reason.PERMISSIONS_MISSING ? e.as(naming(e.failure(), resource)) : e;
		}
	}

	/** Without any consent there is no token that could tell what lacks: all of it does. */
	private Failure naming(Failure failure, Resource resource) {
		List<String> all = needed(resource).stream().map(value -> resource.name() + ": " + value).toList(); //$NON-NLS-1$
		return new Failure(failure.reason(), List.of(String.join(", ", all)), failure.code(), failure.correlationId(), //$NON-NLS-1$
				failure.time());
	}

	/** By address where a call follows that wants it as audience. */
	private String scope(Resource resource) throws Refusal {
		Cloud cloud = needs.request().tenant().cloud();
		if (Resource.MICROSOFT_GRAPH.equals(resource)) {
			return cloud.graph().toString();
		}
		if (Resource.EXCHANGE_ONLINE.equals(resource)) {
			return cloud.exchange().toString();
		}
		return Resource.SHAREPOINT_ONLINE.equals(resource) ? sharePoint.run() : resource.appId();
	}

	private List<String> needed(Resource resource) {
		return needs.permissions().stream().filter(need -> need.resource().equals(resource)).map(PermissionNeed::value)
				.toList();
	}
}
