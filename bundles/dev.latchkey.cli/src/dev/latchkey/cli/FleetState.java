package dev.latchkey.cli;

import java.util.Optional;

import dev.latchkey.connection.Standing;

/** How a connection stands, for monitoring systems: the worst of all makes the exit code. From harmless to bad. */
enum FleetState {

	CONNECTED(0),
	/** Works, and its certificate ends within the first of the thresholds. */
	EXPIRES_SOON(10),
	/** Works, and somebody changed something in the organization. */
	CHANGED(11), UNREACHABLE(12), NEEDS_PERMISSION(13),
	/** Refuted, or it could not even be tried. */
	NOT_VERIFIED(14), EXPIRED(15),
	/** Nobody knows: a connection's file can't be used. */
	UNREADABLE(16);

	private final int exitCode;

	FleetState(int exitCode) {
		this.exitCode = exitCode;
	}

	int exitCode() {
		return exitCode;
	}

	/**
	 * @param standing what the connection says of itself
	 * @param changed  whether somebody changed something
	 * @param tried    whether it could be verified at all
	 */
	static FleetState of(Standing standing, boolean changed, boolean tried) {
		FleetState state = valueOf(standing.name());
		FleetState least = changed ? CHANGED : CONNECTED;
		return worst(worst(state, least), tried ? CONNECTED : NOT_VERIFIED);
	}

	static FleetState worst(FleetState one, FleetState other) {
		return one.compareTo(other) >= 0 ? one : other;
	}

	/** Why the exit code is not 0. */
	Optional<Refusal> refusal(long attention, int all) {
		return this == CONNECTED ? Optional.empty()
				: Optional.of(new Refusal(name(), Messages.format(Messages.fleetAttention, attention, all, ResultPage.name(this))));
	}
}
