package dev.latchkey.registration.graph.undo;

import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.graph.Refusal;

/** Finds one change in the tenant again, and takes it back. */
interface Trace {

	/** Whether it is there now, and ours. */
	Sight look(Reading now) throws Refusal;

	/** Whether others of the run may hang on it, so that they go first. */
	boolean carriesOthers();

	/** Why it has to stay although it is ours. */
	Optional<Failure> obstacle(Reading now) throws Refusal;

	/** Takes it back by one write, for which the tenant is read anew where that matters. */
	void remove(Reading now) throws Refusal;

	/** Microsoft's English name of the least directory role that can take it back. */
	String role();
}
