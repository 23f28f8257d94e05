package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;

/** Secrets in the platform's secure storage, without ever asking the user for its master password. */
final class SecureStorage implements Secrets {

	private static final String NODE = "/dev.latchkey/certificates"; //$NON-NLS-1$

	@FunctionalInterface
	private interface Action<T> {
		T on(ISecurePreferences node) throws StorageException, IOException;
	}

	@Override
	public char[] get(String name) throws IOException {
		// the storage hands out strings only
		String secret = call(node -> node.get(name, null));
		return secret == null ? null : secret.toCharArray();
	}

	@Override
	public void put(String name, char[] secret) throws IOException {
		call(node -> {
			node.put(name, String.valueOf(secret), true);
			node.flush();
			return null;
		});
	}

	@Override
	public void remove(String name) throws IOException {
		call(node -> {
			node.remove(name);
			node.flush();
			return null;
		});
	}

	private static <T> T call(Action<T> action) throws IOException {
		try {
			// a map that can be changed: the storage adds what was said on the command line
			ISecurePreferences root = SecurePreferencesFactory.open(null,
					new HashMap<>(Map.of(IProviderHints.PROMPT_USER, false)));
			if (root == null) {
				throw new IOException("There is no secure storage here"); //$NON-NLS-1$
			}
			return action.on(root.node(NODE));
		} catch (StorageException | RuntimeException | LinkageError e) {
			// its native providers fail with errors where the system's library is missing
			throw new IOException("Secure storage can't be used: " + e, e); //$NON-NLS-1$
		}
	}
}
