package dev.latchkey.registration.graph.profile;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Some of all clouds.
 *
 * @param ids   ids of clouds
 * @param these whether these are meant, otherwise all but these
 */
record CloudChoice(Set<String> ids, boolean these) {

	static final CloudChoice ALL = new CloudChoice(Set.of(), false);

	CloudChoice {
		ids = Set.copyOf(ids);
	}

	boolean contain(String id) {
		return ids.contains(id) == these;
	}

	/** Whether there can be a cloud that both mean. */
	boolean overlap(CloudChoice other) {
		return !these && !other.these
				|| Stream.concat(ids.stream(), other.ids.stream()).anyMatch(id -> contain(id) && other.contain(id));
	}
}
