package dev.latchkey.registration.graph.tenant;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.graph.journal.Footprint;

/** Which permissions of one application this console granted, and no profile asks for any more. */
public final class Asked {

	private final Needs needs;
	private final Footprint footprint;
	private final Function<String, Optional<PermissionProfile>> profiles;

	/** @param profiles finds one by its id, as it is now */
	public Asked(Needs needs, Footprint footprint, Function<String, Optional<PermissionProfile>> profiles) {
		this.needs = needs;
		this.footprint = footprint;
		this.profiles = profiles;
	}

	Needs needs() {
		return needs;
	}

	Footprint footprint() {
		return footprint;
	}

	/** When it is certainly ours, and certainly nobody here needs it. */
	Optional<Unused> unused(HeldPermission held) {
		return footprint.granted(held.assignmentId())
				.filter(granted -> isKnown(granted.run()) && !ids().contains(granted.change().itemId()))
				.flatMap(granted -> unused(held, granted.change().itemId()));
	}

	/** The id is as {@link GrantPermission#id} makes it. */
	private static Optional<Unused> unused(HeldPermission held, String itemId) {
		String[] parts = itemId.split(":", 3); //$NON-NLS-1$
		return GrantPermission.isId(itemId) && parts.length == 3
				? Optional.of(new Unused(held.assignmentId(), new Resource(parts[1], held.resourceName()), parts[2]))
				: Optional.empty();
	}

	/** A permission that nobody needs. */
	record Unused(String assignmentId, Resource resource, String value) {
	}

	/** What a profile asks for that is not here any more, nobody can know. */
	private boolean isKnown(JournalRun run) {
		return run.profileId().equals(needs.request().profile().id()) || profiles.apply(run.profileId()).isPresent();
	}

	/** Of this request's profile for its services, and of each other one for the services of its newest run. */
	private Set<String> ids() {
		Set<String> ids = new HashSet<>();
		needs.permissions().forEach(need -> ids.add(GrantPermission.id(need)));
		Set<String> seen = new HashSet<>(Set.of(needs.request().profile().id()));
		for (JournalRun run : footprint.runs()) {
			if (seen.add(run.profileId())) {
				profiles.apply(run.profileId()).ifPresent(profile -> profile.permissions(run.services(), needs.cloud())
						.forEach(need -> ids.add(GrantPermission.id(need))));
			}
		}
		return ids;
	}
}
