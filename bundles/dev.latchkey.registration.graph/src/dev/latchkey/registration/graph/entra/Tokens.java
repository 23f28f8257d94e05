package dev.latchkey.registration.graph.entra;

import dev.latchkey.registration.graph.Refusal;

/** Gives an access token for one resource; callable from any thread. */
@FunctionalInterface
public interface Tokens {

	/** A token that is valid for some minutes at least. */
	String token() throws Refusal;
}
