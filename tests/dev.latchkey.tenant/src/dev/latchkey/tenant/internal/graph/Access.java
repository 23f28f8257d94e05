package dev.latchkey.tenant.internal.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.directory.Catalogue;
import dev.latchkey.tenant.internal.directory.Snapshot;
import dev.latchkey.tenant.internal.directory.Table;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;
import dev.latchkey.tenant.internal.entra.Resources;
import dev.latchkey.tenant.internal.entra.TokenSigner;
import dev.latchkey.tenant.internal.http.Request;

/** Reads the token of a request. */
final class Access {

	private static final String INVALID = "InvalidAuthenticationToken";

	private final World world;
	private final Clock clock;
	private final TokenSigner signer;
	private final Resources resources;
	private final Catalogue catalogue;
	private final Demands demands;

	Access(World world, Clock clock, TokenSigner signer, Resources resources, Catalogue catalogue,
			Demands demands) {
		this.world = world;
		this.clock = clock;
		this.signer = signer;
		this.resources = resources;
		this.catalogue = catalogue;
		this.demands = demands;
	}

	/**
	 * @return who calls
	 * @throws GraphError
	 *             if the request has no token that is good here now
	 */
	Caller caller(Request request) {
		String token = request.header("Authorization").filter(h -> h.startsWith("Bearer ")).map(h -> h.substring(7))
				.orElseThrow(() -> new GraphError(401, INVALID, "Access token is empty."));
		JsonObject claims = signer.verify(token).orElseThrow(
				() -> new GraphError(401, INVALID, "Access token validation failure. Invalid signature."));
		if (!resources.isGraph(Json.text(claims, "aud")) && !Json.text(claims, "aud").equals(request.base())) {
			throw new GraphError(401, INVALID, "Access token validation failure. Invalid audience.");
		}
		if (Instant.ofEpochSecond(claims.get("exp").getAsLong()).isBefore(clock.instant())) {
			throw new GraphError(401, INVALID, "Lifetime validation failed, the token is expired.");
		}
		demands.check(claims);
		return caller(claims);
	}

	private Caller caller(JsonObject claims) {
		Tenant tenant = world.tenant(Json.text(claims, "tid")).orElseThrow();
		boolean application = Json.text(claims, "idtyp").equals("app");
		Set<String> permissions = application ? Json.strings(claims, "roles").collect(Collectors.toSet())
				: Stream.of(Json.text(claims, "scp").split(" ")).collect(Collectors.toSet());
		String objectId = Json.text(claims, "oid");
		Snapshot directory = tenant.directory().read();
		List<String> roles = directory.all(Table.ROLE_ASSIGNMENTS)
				.filter(a -> Json.text(a, "principalId").equals(objectId))
				.map(a -> catalogue.roleName(Json.text(a, "roleDefinitionId"))).flatMap(Optional::stream).toList();
		return new Caller(tenant, directory, objectId, Json.text(claims, "appid"), application, permissions, roles);
	}
}
