package dev.latchkey.certificate.pkcs11;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.PinPrompt;
import dev.latchkey.certificate.PinPrompt.Tries;

/**
 * Logs in to one token with PINs that a person types. No PIN is given to the token twice, and none outlives the call: after the
 * usual three wrong ones a token is blocked for good.
 */
final class PinEntry {

	/** What most tokens allow. */
	private static final int USUAL_TRIES = 3;

	private final TokenName token;
	private final PinPrompts prompts;
	/** Since the last right one, for tokens that don't tell. */
	private final AtomicInteger wrong = new AtomicInteger();

	PinEntry(TokenName token, PinPrompts prompts) {
		this.token = token;
		this.prompts = prompts;
	}

	/** Reads the token anew before each question. */
	@FunctionalInterface
	interface Look {
		TokenInfo now() throws CryptokiException;
	}

	/**
	 * Asks until the PIN is right.
	 *
	 * @param user one of {@code Ck.CKU_…}
	 * @throws CertificateAccessException STORE_LOCKED when there is no PIN, PIN_BLOCKED
	 * @throws CryptokiException          when the token refuses for another reason than its PIN
	 */
	void login(Session session, long user, Look look) throws CertificateAccessException, CryptokiException {
		boolean again = false;
		while (true) {
			TokenInfo info = look.now();
			if (info.has(Ck.CKF_USER_PIN_LOCKED)) {
				throw new CertificateAccessException(Reason.PIN_BLOCKED, token.label());
			}
			if (info.has(Ck.CKF_PROTECTED_AUTHENTICATION_PATH)) {
				session.login(user);
				return;
			}
			char[] pin = ask(again, info).orElseThrow(() -> new CertificateAccessException(Reason.STORE_LOCKED, token.label()));
			if (isRight(session, user, pin)) {
				return;
			}
			again = true;
		}
	}

	/** Gives the PIN to the token, once, and clears it. */
	private boolean isRight(Session session, long user, char[] pin) throws CryptokiException {
		try {
			session.login(user, pin);
			wrong.set(0);
			return true;
		} catch (CryptokiException e) {
			if (e.is(Ck.CKR_USER_ALREADY_LOGGED_IN)) {
				return true; // another user of the module was quicker
			}
			if (e.is(Ck.CKR_PIN_INCORRECT, Ck.CKR_PIN_INVALID, Ck.CKR_PIN_LEN_RANGE)) {
				wrong.incrementAndGet();
				return false;
			}
			throw e;
		} finally {
			Arrays.fill(pin, '\0');
		}
	}

	private Optional<char[]> ask(boolean again, TokenInfo info) {
		return prompts.ask(new PinPrompt.Request(token.label(), again, tries(info)));
	}

	private Tries tries(TokenInfo info) {
		if (info.has(Ck.CKF_USER_PIN_FINAL_TRY)) {
			return Tries.LAST;
		}
		if (info.has(Ck.CKF_USER_PIN_COUNT_LOW)) {
			return Tries.FEW;
		}
		int given = wrong.get();
		if (given == 0) {
			return Tries.UNKNOWN;
		}
		return given < USUAL_TRIES - 1 ? Tries.FEW : Tries.LAST;
	}
}
