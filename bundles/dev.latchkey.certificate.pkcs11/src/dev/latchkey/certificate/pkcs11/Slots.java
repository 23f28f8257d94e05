package dev.latchkey.certificate.pkcs11;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.sun.jna.Memory;

/** The places of a module where tokens can be. */
final class Slots {

	private static final Logger LOG = System.getLogger(Slots.class.getName());
	private static final byte WITH_TOKEN = 1;

	private final NativeModule module;

	Slots(NativeModule module) {
		this.module = module;
	}

	NativeModule module() {
		return module;
	}

	/** The tokens that are there now and are made ready for use. */
	List<TokenInfo> tokens() throws CryptokiException {
		List<TokenInfo> tokens = new ArrayList<>();
		for (long slot : slots()) {
			try {
				TokenInfo info = TokenInfo.read(module, slot);
				if (info.has(Ck.CKF_TOKEN_INITIALIZED)) {
					tokens.add(info);
				}
			} catch (CryptokiException e) {
				// a broken reader must not hide the tokens of the others
				LOG.log(Level.INFO, () -> "Slot " + slot + " is left out: " + e.getMessage()); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		return tokens;
	}

	Optional<TokenInfo> find(TokenName token) throws CryptokiException {
		return tokens().stream().filter(each -> each.token().equals(token)).findFirst();
	}

	private List<Long> slots() throws CryptokiException {
		try {
			return read();
		} catch (CryptokiException e) {
			if (!e.is(Ck.CKR_CRYPTOKI_NOT_INITIALIZED)) {
				throw e;
			}
			module.initialize();
			return read();
		}
	}

	private List<Long> read() throws CryptokiException {
		while (true) {
			try {
				return readOnce();
			} catch (CryptokiException e) {
				// another token has come between counting and reading
				if (!e.is(Ck.CKR_BUFFER_TOO_SMALL)) {
					throw e;
				}
			}
		}
	}

	private List<Long> readOnce() throws CryptokiException {
		Layout layout = Layout.HERE;
		try (Memory count = new Memory(layout.number())) {
			// asking for the number alone makes the module look for new ones
			module.call(Function.C_GET_SLOT_LIST, WITH_TOKEN, null, count);
			long room = layout.read(count, 0);
			try (Memory slots = new Memory(Math.max(1, room) * layout.number())) {
				module.call(Function.C_GET_SLOT_LIST, WITH_TOKEN, slots, count);
				List<Long> read = new ArrayList<>();
				for (long i = 0; i < layout.read(count, 0); i++) {
					read.add(layout.read(slots, i * layout.number()));
				}
				return read;
			}
		}
	}
}
