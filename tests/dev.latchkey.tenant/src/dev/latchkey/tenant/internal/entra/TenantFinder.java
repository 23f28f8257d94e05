package dev.latchkey.tenant.internal.entra;

import java.util.Optional;
import java.util.Set;

import dev.latchkey.tenant.internal.directory.Elsewhere;
import dev.latchkey.tenant.internal.directory.Tenant;
import dev.latchkey.tenant.internal.directory.World;

/** Finds the tenant that a path names. */
final class TenantFinder {

	private static final Set<String> SHARED = Set.of("common", "organizations", "consumers");

	private final World world;

	TenantFinder(World world) {
		this.world = world;
	}

	/**
	 * @param name
	 *            id, domain, or one of the shared names
	 * @return the tenant; empty for a shared name
	 * @throws EntraError
	 *             if this cloud has no such tenant
	 */
	Optional<Tenant> signIn(String name) {
		return SHARED.contains(name) ? Optional.empty() : Optional.of(tenant(name));
	}

	/**
	 * @param name
	 *            id or domain
	 * @return the tenant
	 * @throws EntraError
	 *             if this cloud has no such tenant
	 */
	Tenant tenant(String name) {
		if (SHARED.contains(name)) {
			throw EntraError.of(50059);
		}
		return world.tenant(name).orElseThrow(() -> refuse(name));
	}

	/** @return a tenant of another cloud whose configuration this cloud answers */
	Optional<Elsewhere> configuredElsewhere(String name) {
		return world.foreign(name).filter(e -> !e.redirect());
	}

	private EntraError refuse(String name) {
		Optional<Elsewhere> foreign = world.foreign(name);
		if (foreign.isPresent()) {
			return foreign.get().redirect() ? EntraError.of(90038, name, foreign.get().cloud()) : EntraError.of(900382);
		}
		boolean wellFormed = name.matches("[0-9a-fA-F-]{36}") || name.matches("([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");
		return wellFormed ? EntraError.of(90002, name) : EntraError.of(900023, name);
	}
}
