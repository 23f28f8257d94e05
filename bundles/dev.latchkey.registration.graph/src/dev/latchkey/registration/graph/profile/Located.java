package dev.latchkey.registration.graph.profile;

import java.util.List;
import java.util.Map;

import dev.latchkey.registration.graph.profile.PositionReader.Position;

/** A JSON value that knows where it stands. */
sealed interface Located {

	/** Where it begins. */
	Position position();

	record Text(Position position, String value) implements Located {
	}

	record Items(Position position, List<Located> values) implements Located {
		public Items {
			values = List.copyOf(values);
		}
	}

	/** @param values in their order, with where each name stands */
	record Members(Position position, Map<String, Member> values) implements Located {
	}

	/** A number, true, false or null. */
	record Other(Position position) implements Located {
	}

	/** @param name where the name begins */
	record Member(Position name, Located value) {
	}
}
