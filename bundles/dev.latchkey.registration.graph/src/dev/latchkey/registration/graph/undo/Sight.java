package dev.latchkey.registration.graph.undo;

import java.util.Map;
import java.util.Optional;

import dev.latchkey.registration.Failure;

/**
 * What was seen of a change in the tenant.
 *
 * @param there   whether it is there
 * @param ids     what else it can be found by, when it is ours
 * @param foreign why what is there may not be ours
 */
record Sight(boolean there, Map<String, String> ids, Optional<Failure> foreign) {

	static final Sight GONE = new Sight(false, Map.of(), Optional.empty());

	static Sight ours(Map<String, String> ids) {
		return new Sight(true, ids, Optional.empty());
	}

	static Sight foreign(Failure why) {
		return new Sight(true, Map.of(), Optional.of(why));
	}

	boolean isOurs() {
		return there && foreign.isEmpty();
	}
}
