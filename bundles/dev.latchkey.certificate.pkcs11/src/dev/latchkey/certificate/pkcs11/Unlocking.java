package dev.latchkey.certificate.pkcs11;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

import dev.latchkey.certificate.CertificateAccessException;

/** Asks for the PINs of tokens that show nothing before, beside whoever lists: people take longer than a list may. */
final class Unlocking {

	private static final Logger LOG = System.getLogger(Unlocking.class.getName());

	private final Map<Token, Thread> asking = new ConcurrentHashMap<>();
	private final Runnable unlocked;

	/** @param unlocked what to do when a token shows more than before; called on a thread of its own */
	Unlocking(Runnable unlocked) {
		this.unlocked = unlocked;
	}

	/** Begins to ask, unless that token is being asked for already. Does not wait. */
	void start(Token token) {
		asking.computeIfAbsent(token, absent -> {
			Thread thread = new Thread(() -> unlock(token), "Latchkey: PIN"); //$NON-NLS-1$
			thread.setDaemon(true);
			thread.start();
			return thread;
		});
	}

	private void unlock(Token token) {
		try {
			token.unlock();
		} catch (CertificateAccessException | CancellationException e) {
			LOG.log(Level.DEBUG, "A token stays locked", e); //$NON-NLS-1$
			return;
		} finally {
			asking.remove(token);
		}
		unlocked.run();
	}

	void stop() {
		asking.values().forEach(Thread::interrupt);
	}
}
