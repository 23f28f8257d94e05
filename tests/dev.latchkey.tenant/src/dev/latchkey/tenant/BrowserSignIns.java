package dev.latchkey.tenant;

/** What happens to people who sign in with a browser. Safe for use by several threads. */
public interface BrowserSignIns {

	/**
	 * The next person who picks an account is sent back to the client with a refusal instead of a code.
	 *
	 * @param aadsts
	 *            AADSTS number, for example 53003
	 */
	void refuseNext(int aadsts);
}
