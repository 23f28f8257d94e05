package dev.latchkey.connection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Service;

/**
 * What is known of a connection's working.
 *
 * @param state    how it stood when it was last looked at
 * @param verified when it was last proven
 * @param met      the needs that it was last proven with, as {@link #needs} names them; empty when that is not known
 * @param failure  why it is not connected, when it was looked at and something was wrong
 * @param drifts   what was otherwise than it is asked for, or than it was, when that was last looked for, the worst first
 */
public record Proof(State state, Optional<Instant> verified, Set<String> met, Optional<Failure> failure, List<Drift> drifts) {

	/** Of a connection that nobody has looked at. */
	public static final Proof NONE = new Proof(State.NOT_VERIFIED, Optional.empty(), Set.of(), Optional.empty());

	public Proof {
		Objects.requireNonNull(state, "state"); //$NON-NLS-1$
		Objects.requireNonNull(verified, "verified"); //$NON-NLS-1$
		met = Set.copyOf(met);
		Objects.requireNonNull(failure, "failure"); //$NON-NLS-1$
		drifts = List.copyOf(drifts);
	}

	/** Nothing was looked for that could be otherwise. */
	public Proof(State state, Optional<Instant> verified, Set<String> met, Optional<Failure> failure) {
		this(state, verified, met, failure, List.of());
	}

	/** Everything that the request asks for was just proven. */
	public static Proof of(RegistrationRequest request, Instant now) {
		return new Proof(State.CONNECTED, Optional.of(now),
				needs(request.profile(), request.services(), request.tenant().cloud()), Optional.empty());
	}

	/** Something was wrong when it was looked at; when and with what it was last proven is still known. */
	public Proof failed(State newState, Optional<Failure> why) {
		return new Proof(newState, verified, met, why, drifts);
	}

	/** The same, of which something else is known to be otherwise. */
	public Proof with(List<Drift> found) {
		return new Proof(state, verified, met, failure, found);
	}

	/** What somebody changed, so that somebody should look: a part of the {@link #drifts}. */
	public List<Drift> changes() {
		return drifts.stream().filter(drift -> drift.kind().isChange()).toList();
	}

	/** Names what the profile asks for, by the ids of the plan's items. */
	public static Set<String> needs(PermissionProfile profile, Set<Service> services, Cloud cloud) {
		return Stream.concat(profile.permissions(services, cloud).stream().map(GrantPermission::id),
				profile.directoryRoles(services, cloud).stream().map(AssignDirectoryRole::id))
				.collect(Collectors.toUnmodifiableSet());
	}
}
