package dev.latchkey.cli;

/** Where commands get what they work with, at the moment when they need it. */
@FunctionalInterface
interface Services {

	/**
	 * @return the service of highest rank
	 * @throws Refusal when there is none
	 */
	<T> T get(Class<T> type) throws Refusal;
}
