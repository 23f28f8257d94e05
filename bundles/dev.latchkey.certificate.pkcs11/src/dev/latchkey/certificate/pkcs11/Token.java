package dev.latchkey.certificate.pkcs11;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * A token whose keys are used. One session is held open, which keeps its user logged in for as long as that session lasts; the
 * work is done in sessions of their own, several at a time.
 */
final class Token {

	private final TokenName name;
	private final TokenModule module;
	private final PinEntry pins;
	private final ReentrantLock lock = new ReentrantLock();
	private Login login;
	private volatile boolean closed;

	Token(TokenName name, TokenModule module, PinPrompts prompts) {
		this.name = name;
		this.module = module;
		pins = new PinEntry(name, prompts);
	}

	/** Something to do with the token while its user is logged in. */
	@FunctionalInterface
	interface Work<T> {

		/** @param again logs in once more, for keys that want that for each signature */
		T in(Session session, Session.Consent again) throws CryptokiException, CertificateAccessException;
	}

	/** The session that is held open. */
	private static final class Login {

		final NativeModule library;
		final TokenInfo info;
		private final Session session;

		Login(NativeModule library, TokenInfo info) throws CryptokiException {
			this.library = library;
			this.info = info;
			session = Session.open(library, info.slot());
		}

		void enter(PinEntry pins) throws CryptokiException, CertificateAccessException {
			if (!lasts()) {
				pins.login(session, Ck.CKU_USER, this::look);
			}
		}

		boolean lasts() {
			try {
				return session.isLoggedIn() || !info.has(Ck.CKF_LOGIN_REQUIRED);
			} catch (CryptokiException e) {
				return false;
			}
		}

		TokenInfo look() throws CryptokiException {
			return TokenInfo.read(library, info.slot());
		}

		void end() {
			session.close();
		}
	}

	/**
	 * Works with the token, after a login where one is needed. When the session turns out to be lost, because the token was
	 * unplugged meanwhile or another user of the module has ended it, this begins anew, once.
	 *
	 * @throws CertificateAccessException                 what the token refuses
	 * @throws java.util.concurrent.CancellationException when cancelled while asking for the PIN
	 */
	<T> T use(Work<T> work) throws CertificateAccessException {
		try {
			Login present = login();
			try {
				return work(present, work);
			} catch (CryptokiException e) {
				if (!e.isLoss()) {
					throw e;
				}
				end(present);
				return work(login(), work);
			}
		} catch (CryptokiException e) {
			throw Refusal.of(e, name.label());
		}
	}

	/** Logs in if that is needed. */
	void unlock() throws CertificateAccessException {
		use((session, again) -> Optional.empty());
	}

	private <T> T work(Login present, Work<T> work) throws CryptokiException, CertificateAccessException {
		try (Session session = Session.open(present.library, present.info.slot())) {
			return work.in(session, () -> pins.login(session, Ck.CKU_CONTEXT_SPECIFIC, present::look));
		}
	}

	private Login login() throws CryptokiException, CertificateAccessException {
		Locks.lock(lock);
		try {
			if (closed) {
				throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, name.label());
			}
			if (login == null || !login.lasts()) {
				end(login);
				login = begin();
			}
			return login;
		} finally {
			leave();
		}
	}

	private Login begin() throws CryptokiException, CertificateAccessException {
		Slots slots = module.slots();
		TokenInfo info = slots.find(name)
				.orElseThrow(() -> new CertificateAccessException(Reason.STORE_UNAVAILABLE, name.label()));
		Login begun = new Login(slots.module(), info);
		boolean complete = false;
		try {
			begun.enter(pins);
			complete = true;
			return begun;
		} finally {
			if (!complete) {
				begun.end();
			}
		}
	}

	/** @param ended nothing happens unless it is the present one */
	private void end(Login ended) {
		Locks.lock(lock);
		try {
			if (ended != null && ended == login) {
				login.end();
				login = null;
			}
		} finally {
			lock.unlock();
		}
	}

	/** Logs out, now or as soon as who is being asked for the PIN has answered. */
	void close() {
		closed = true;
		if (lock.tryLock()) {
			leave();
		}
	}

	private void leave() {
		if (closed && login != null) {
			login.end();
			login = null;
		}
		lock.unlock();
	}
}
