package dev.latchkey.registration.graph.profile;

import dev.latchkey.registration.graph.profile.PositionReader.Position;

/** The file is there, but no profile; the message says what is wrong, localized. */
final class MalformedException extends Exception {

	private static final long serialVersionUID = 1;

	private final transient Position position;

	MalformedException(Position position, String what) {
		super(what);
		this.position = position;
	}

	Position position() {
		return position;
	}
}
