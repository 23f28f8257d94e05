package dev.latchkey.certificate.pkcs11;

import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/** A module, loaded when it is first used, and the tokens that were used through it. */
final class TokenModule {

	private final ModuleChoice choice;
	private final PinPrompts prompts;
	private final Unlocking unlocking;
	private final Map<TokenName, Token> tokens = new ConcurrentHashMap<>();

	/** @param unlocked what to do when a token shows more than before; called on a thread of its own */
	TokenModule(ModuleChoice choice, PinPrompts prompts, Runnable unlocked) {
		this.choice = choice;
		this.prompts = prompts;
		unlocking = new Unlocking(unlocked);
	}

	ModuleChoice choice() {
		return choice;
	}

	/** @throws CertificateAccessException STORE_UNAVAILABLE when the module can't be loaded or does not start */
	Slots slots() throws CertificateAccessException {
		if (choice.expected() && !new File(choice.path()).isAbsolute()) {
			// loaders look in many places for names, some of them anybody's
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, choice.label());
		}
		try {
			return new Slots(NativeModule.load(choice.path()));
		} catch (CryptokiException | LinkageError e) {
			throw new CertificateAccessException(Reason.STORE_UNAVAILABLE, e, choice.label());
		}
	}

	Token token(TokenName token) {
		return tokens.computeIfAbsent(token, absent -> new Token(absent, this, prompts));
	}

	/** Asks for a token's PIN, if there is somebody to ask, and does not wait for it. */
	void unlock(TokenName token) {
		if (prompts.isThere()) {
			unlocking.start(token(token));
		}
	}

	/** Logs out everywhere. */
	void close() {
		unlocking.stop();
		tokens.values().forEach(Token::close);
	}
}
