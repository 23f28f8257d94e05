package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;

/**
 * Secrets in the platform's secure storage, without ever asking the user for its master password. Without a workbench the storage
 * would keep clear text in a file that others can read, print that on standard output, and load the user interface to find out.
 */
final class SecureStorage implements Secrets {

	private static final String NODE = "/dev.latchkey/certificates"; //$NON-NLS-1$

	private final BooleanSupplier encrypts;

	/** @param encrypts whether the storage can encrypt what it has not yet */
	SecureStorage(BooleanSupplier encrypts) {
		this.encrypts = encrypts;
	}

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
		if (!encrypts.getAsBoolean()) {
			throw new IOException("Secure storage does not encrypt without a workbench or a password of its own"); //$NON-NLS-1$
		}
		call(node -> {
			node.put(name, String.valueOf(secret), true);
			if (!node.isEncrypted(name)) {
				node.remove(name);
				throw new IOException("Secure storage would have kept clear text"); //$NON-NLS-1$
			}
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
