package dev.latchkey.certificate.bc;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps secrets in the better place, and in the other one only where the better one can't take them, as on a Linux without a
 * desktop. That is said once.
 */
final class PreferredSecrets implements Secrets {

	private final Secrets preferred;
	private final Secrets fallback;
	private final Warnings warnings;
	private final AtomicBoolean said = new AtomicBoolean();

	PreferredSecrets(Secrets preferred, Secrets fallback, Warnings warnings) {
		this.preferred = preferred;
		this.fallback = fallback;
		this.warnings = warnings;
	}

	/** The fallback comes first: what lies there could not be kept in the better place. */
	@Override
	public char[] get(String name) throws IOException {
		char[] secret = fallback.get(name);
		return secret != null ? secret : preferred.get(name);
	}

	@Override
	public void put(String name, char[] secret) throws IOException {
		try {
			preferred.put(name, secret);
		} catch (IOException e) {
			if (said.compareAndSet(false, true)) {
				warnings.warn("Secure storage can't be used; passwords are kept in files that only this user can read", e); //$NON-NLS-1$
			}
			fallback.put(name, secret);
			return;
		}
		fallback.remove(name);
	}

	@Override
	public void remove(String name) throws IOException {
		fallback.remove(name);
		try {
			preferred.remove(name);
		} catch (IOException e) {
			warnings.warn("A password that is not needed any more could not be removed from secure storage", e); //$NON-NLS-1$
		}
	}
}
