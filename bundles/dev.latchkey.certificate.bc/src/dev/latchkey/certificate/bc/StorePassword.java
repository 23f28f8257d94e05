package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The password of the key store file, which nobody ever types: strong, random, and ASCII, which every reader takes. */
final class StorePassword {

	private static final String NAME = "key-store"; //$NON-NLS-1$
	private static final int RANDOM_BYTES = 32;

	private final Secrets secrets;

	StorePassword(Secrets secrets) {
		this.secrets = secrets;
	}

	/** @return the caller's to clear; null when there is none */
	char[] get() throws IOException {
		return secrets.get(NAME);
	}

	/**
	 * For a store that is not there yet: the password that is there, or a new one, kept before anything is protected with it.
	 */
	char[] getOrCreate() throws IOException {
		try {
			char[] password = get();
			return password == null ? create() : password;
		} catch (IOException e) {
			try {
				return create(); // where the secrets have another place to go to
			} catch (IOException neither) {
				neither.addSuppressed(e);
				throw neither;
			}
		}
	}

	private char[] create() throws IOException {
		byte[] random = new byte[RANDOM_BYTES];
		new SecureRandom().nextBytes(random);
		byte[] ascii = Base64.getUrlEncoder().withoutPadding().encode(random);
		char[] password = new char[ascii.length];
		for (int i = 0; i < ascii.length; i++) {
			password[i] = (char) ascii[i];
		}
		Arrays.fill(random, (byte) 0);
		Arrays.fill(ascii, (byte) 0);
		secrets.put(NAME, password);
		return password;
	}

	static void clear(char[] password) {
		if (password != null) {
			Arrays.fill(password, '\0');
		}
	}
}
