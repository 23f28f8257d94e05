package dev.latchkey.tenant;

/** The faults of a running tenant. Safe for use by several threads. */
public interface Faults {

	/**
	 * @param fault
	 *            from now on in force, after those added earlier
	 * @return the fault in force, to take it back
	 */
	Active add(Fault fault);

	/**
	 * Adds one of the faults that are known by name, listed in {@code docs/tenant.md}.
	 *
	 * @param name
	 *            its name
	 * @return the fault in force, to take it back
	 * @throws IllegalArgumentException
	 *             if there is none of that name
	 */
	Active add(String name);

	/** Takes all faults back, those of the scenario too. */
	void clear();

	/** A fault in force. */
	interface Active {

		/** @return how many requests it has met */
		int met();

		/** Takes it back; a second time does nothing. */
		void remove();
	}
}
