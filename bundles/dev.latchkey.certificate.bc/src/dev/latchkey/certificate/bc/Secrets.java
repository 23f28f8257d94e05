package dev.latchkey.certificate.bc;

import java.io.IOException;

/** Keeps passwords for this user. Callable from any thread; callers keep two writers of one name apart. */
interface Secrets {

	/**
	 * @return the secret, the caller's to clear; null when there is none of that name
	 * @throws IOException when the place can't be read now
	 */
	char[] get(String name) throws IOException;

	/** @throws IOException when it could not be kept for good */
	void put(String name, char[] secret) throws IOException;

	/** Forgets the secret, if there is one. */
	void remove(String name) throws IOException;
}
