package dev.latchkey.registration.graph.journal;

import java.util.Map;

import dev.latchkey.registration.graph.Refusal;

/** Where each change of a tenant is written down before it is sent. Callable from any thread. */
@FunctionalInterface
public interface ChangeLog {

	/**
	 * Returns when the change is on the disk, and may be sent.
	 *
	 * @param itemId the plan's item that it belongs to
	 * @param title  what it is about, for people
	 * @param ids    what it can be found by, named as in {@link Ids}
	 * @throws Refusal {@link dev.latchkey.registration.Reason#JOURNAL_UNUSABLE}: then it must not be sent
	 */
	Begun begin(String itemId, String title, Map<String, String> ids) throws Refusal;

	/** A change that is under way. When neither is called, nobody knows whether it is in the tenant. */
	interface Begun {

		/** It is in the tenant, and can be found by these ids too. */
		void done(Map<String, String> ids);

		/** It is not in the tenant, for certain. */
		void failed();
	}
}
