package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Resource;

/**
 * The service principals that stand for APIs in one tenant. The same API can have another application id in another cloud:
 * in the US Government clouds, Exchange's {@code Exchange.ManageAsApp} belongs to "Office 365 Exchange Online Protection"
 * (Microsoft's page "App-only authentication for unattended scripts in Exchange Online PowerShell"). So a permission is
 * looked for by its name in all that can stand for its API.
 */
final class Apis {

	private static final String EXCHANGE_PROTECTION = "00000007-0000-0ff1-ce00-000000000000"; //$NON-NLS-1$
	private static final Set<Cloud> US_GOVERNMENT = Set.of(MicrosoftClouds.GCC_HIGH, MicrosoftClouds.DOD);

	private final Cloud cloud;
	private final Map<String, PrincipalState> byAppId;

	/** @param byAppId what the tenant has, by application id */
	Apis(Cloud cloud, Map<String, PrincipalState> byAppId) {
		this.cloud = cloud;
		this.byAppId = new ConcurrentHashMap<>(byAppId);
	}

	/** The application ids that can stand for that API in that cloud, the usual one first. */
	static List<String> ids(Resource resource, Cloud cloud) {
		boolean two = Resource.EXCHANGE_ONLINE.equals(resource) && US_GOVERNMENT.contains(cloud);
		return two ? List.of(resource.appId(), EXCHANGE_PROTECTION) : List.of(resource.appId());
	}

	/** The tenant has that one too. */
	void add(PrincipalState principal) {
		byAppId.put(principal.appId(), principal);
	}

	boolean has(Resource resource) {
		return of(resource).findAny().isPresent();
	}

	private Stream<PrincipalState> of(Resource resource) {
		return ids(resource, cloud).stream().map(byAppId::get).filter(principal -> principal != null);
	}

	/** What offers that permission. */
	Optional<PrincipalState> offering(PermissionNeed need) {
		return of(need.resource()).filter(principal -> principal.roleId(need.value()).isPresent()).findFirst();
	}

	/** What granting that permission means here; empty when nothing offers it. */
	Optional<Grant> grant(PermissionNeed need) {
		return offering(need).map(principal -> new Grant(principal.id(), principal.roleId(need.value()).orElseThrow()));
	}

	/** Whether Microsoft Graph offers it. */
	boolean isGraph(Grant grant) {
		return of(Resource.MICROSOFT_GRAPH).anyMatch(principal -> principal.id().equals(grant.resourceId()));
	}

	/** The permission's value, or its id when no API here knows it. */
	String value(Grant grant) {
		return byAppId.values().stream().filter(principal -> principal.id().equals(grant.resourceId()))
				.flatMap(principal -> principal.roles().entrySet().stream())
				.filter(role -> role.getValue().equals(grant.roleId())).map(Map.Entry::getKey).findFirst()
				.orElse(grant.roleId());
	}
}
