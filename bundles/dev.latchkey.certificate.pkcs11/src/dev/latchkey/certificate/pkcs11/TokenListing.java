package dev.latchkey.certificate.pkcs11;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificateReference;

/** One look at all tokens of a module, without any login. */
final class TokenListing {

	private static final Logger LOG = System.getLogger(TokenListing.class.getName());

	private final TokenModule module;
	private final Cancellation cancellation;
	/** The same certificate may lie on two tokens: it is one certificate all the same. */
	private final Map<CertificateReference, CertificateEntry> entries = new LinkedHashMap<>();

	TokenListing(TokenModule module, Cancellation cancellation) {
		this.module = module;
		this.cancellation = cancellation;
	}

	/**
	 * A token that fails, or that shows nothing before a login, never hides the certificates of the others.
	 *
	 * @throws CertificateAccessException why there is no certificate at all. Where that is a locked token, its PIN is being asked for,
	 *                                    and the provider comes anew when it was right
	 */
	List<CertificateEntry> entries() throws CertificateAccessException {
		Slots slots;
		try {
			slots = module.slots();
		} catch (CertificateAccessException e) {
			if (module.choice().expected()) {
				throw e;
			}
			return List.of();
		}
		List<TokenInfo> tokens = tokens(slots);
		CertificateAccessException problem = null;
		TokenInfo locked = null;
		for (TokenInfo token : tokens) {
			try {
				add(slots.module(), token, store(token.token(), tokens));
			} catch (CertificateAccessException e) {
				LOG.log(Level.DEBUG, () -> token.token() + " is left out: " + e); //$NON-NLS-1$
				problem = e;
				locked = e.reason() == Reason.STORE_LOCKED ? token : null;
			}
		}
		if (entries.isEmpty() && problem != null) {
			if (locked != null) {
				module.unlock(locked.token());
			}
			throw problem;
		}
		return List.copyOf(entries.values());
	}

	private List<TokenInfo> tokens(Slots slots) throws CertificateAccessException {
		try {
			return slots.tokens();
		} catch (CryptokiException e) {
			throw Refusal.of(e, module.choice().label());
		}
	}

	private static String store(TokenName token, List<TokenInfo> tokens) {
		boolean alone = tokens.stream().filter(each -> each.token().label().equals(token.label())).count() == 1;
		return alone ? token.label() : token.label() + " (" + token.serial() + ')'; //$NON-NLS-1$
	}

	private void add(NativeModule library, TokenInfo token, String store) throws CertificateAccessException {
		cancellation.check();
		try (Session session = Session.open(library, token.slot())) {
			boolean unlocked = !token.has(Ck.CKF_LOGIN_REQUIRED) || session.isLoggedIn();
			List<CertificateReader.Item> items = new CertificateReader(session, unlocked).read(cancellation);
			if (items.isEmpty() && !unlocked) {
				throw new CertificateAccessException(Reason.STORE_LOCKED, store);
			}
			items.stream().map(item -> entry(token.token(), store, item))
					.forEach(entry -> entries.putIfAbsent(entry.reference(), entry));
		} catch (CryptokiException e) {
			throw Refusal.of(e, store);
		}
	}

	private CertificateEntry entry(TokenName token, String store, CertificateReader.Item item) {
		TokenSigner signer = new TokenSigner(module.token(token), item.key());
		return new CertificateEntry(CertificateReference.of(module.choice().providerId(), item.key().certificate()), item.key().certificate(),
				item.issuers(), item.label(), store, signer::open);
	}
}
