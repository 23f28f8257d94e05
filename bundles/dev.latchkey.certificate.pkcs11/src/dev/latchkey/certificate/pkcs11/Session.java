package dev.latchkey.certificate.pkcs11;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.sun.jna.Memory;

import dev.latchkey.certificate.CertificateAccessException;

/** A session with a token. For one thread at a time. */
final class Session implements AutoCloseable {

	private static final int STATE_IN_INFO = 1;
	private static final int NUMBERS_IN_INFO = 4;
	private static final int OBJECTS_AT_ONCE = 64;
	private static final int SIGNATURE_BYTES = 4096;

	/** Logs in while a signature is being made: some keys want that each time. */
	@FunctionalInterface
	interface Consent {
		void give() throws CryptokiException, CertificateAccessException;
	}

	private final NativeModule module;
	private final long handle;

	private Session(NativeModule module, long handle) {
		this.module = module;
		this.handle = handle;
	}

	static Session open(NativeModule module, long slot) throws CryptokiException {
		try (Memory handle = new Memory(Layout.HERE.number())) {
			module.call(Function.C_OPEN_SESSION, slot, Ck.CKF_SERIAL_SESSION, null, null, handle);
			return new Session(module, Layout.HERE.read(handle, 0));
		}
	}

	/** Whether the token's user is logged in, through this session or any other of this process. */
	boolean isLoggedIn() throws CryptokiException {
		Layout layout = Layout.HERE;
		try (Memory info = new Memory((long) NUMBERS_IN_INFO * layout.number())) {
			module.call(Function.C_GET_SESSION_INFO, handle, info);
			long state = layout.read(info, (long) STATE_IN_INFO * layout.number());
			return state == Ck.CKS_RO_USER_FUNCTIONS || state == Ck.CKS_RW_USER_FUNCTIONS;
		}
	}

	/** Types the PIN at the token's own keypad. */
	void login(long user) throws CryptokiException {
		module.call(Function.C_LOGIN, handle, user, null, 0L);
	}

	/** @param pin stays the caller's */
	void login(long user, char[] pin) throws CryptokiException {
		ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin));
		try (Memory memory = new Memory(Math.max(1, encoded.remaining()))) {
			memory.write(0, encoded.array(), 0, encoded.remaining());
			try {
				module.call(Function.C_LOGIN, handle, user, memory, (long) encoded.remaining());
			} finally {
				memory.clear();
			}
		} finally {
			Arrays.fill(encoded.array(), (byte) 0);
		}
	}

	/** Handles of the objects that have all of these attributes and that this session may see. */
	List<Long> find(Attribute... template) throws CryptokiException {
		try (Memory memory = Attribute.memory(List.of(template))) {
			module.call(Function.C_FIND_OBJECTS_INIT, handle, memory, (long) template.length);
		}
		try {
			return found();
		} finally {
			module.call(Function.C_FIND_OBJECTS_FINAL, handle);
		}
	}

	private List<Long> found() throws CryptokiException {
		Layout layout = Layout.HERE;
		List<Long> objects = new ArrayList<>();
		try (Memory handles = new Memory((long) OBJECTS_AT_ONCE * layout.number()); Memory count = new Memory(layout.number())) {
			long more;
			do {
				module.call(Function.C_FIND_OBJECTS, handle, handles, (long) OBJECTS_AT_ONCE, count);
				more = layout.read(count, 0);
				for (int i = 0; i < more; i++) {
					objects.add(layout.read(handles, (long) i * layout.number()));
				}
			} while (more > 0);
		}
		return objects;
	}

	/** @return empty when the object does not have the attribute, has it empty, or does not show it */
	Optional<byte[]> attribute(long object, long type) throws CryptokiException {
		Layout layout = Layout.HERE;
		try (Memory line = Attribute.memory(List.of(new Attribute(type, new byte[0])))) {
			line.setPointer(layout.pointerInTriple(), null);
			module.call(Function.C_GET_ATTRIBUTE_VALUE, handle, object, line, 1L);
			long length = layout.read(line, layout.lengthInTriple());
			if (length <= 0 || length > Integer.MAX_VALUE) {
				return Optional.empty();
			}
			try (Memory value = new Memory(length)) {
				line.setPointer(layout.pointerInTriple(), value);
				module.call(Function.C_GET_ATTRIBUTE_VALUE, handle, object, line, 1L);
				return Optional.of(value.getByteArray(0, (int) layout.read(line, layout.lengthInTriple())));
			}
		} catch (CryptokiException e) {
			if (e.is(Ck.CKR_ATTRIBUTE_TYPE_INVALID, Ck.CKR_ATTRIBUTE_SENSITIVE)) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/** @param consent asked for after the signature was begun */
	byte[] sign(Mechanism mechanism, long key, byte[] data, Consent consent)
			throws CryptokiException, CertificateAccessException {
		try (Memory memory = mechanism.memory()) {
			module.call(Function.C_SIGN_INIT, handle, memory, key);
		}
		consent.give();
		Layout layout = Layout.HERE;
		byte[] input = mechanism.input(data);
		try (Memory signature = new Memory(SIGNATURE_BYTES);
				Memory length = new Memory(layout.number());
				Memory signed = new Memory(Math.max(1, input.length))) {
			signed.write(0, input, 0, input.length);
			layout.write(length, 0, SIGNATURE_BYTES);
			module.call(Function.C_SIGN, handle, signed, (long) input.length, signature, length);
			return signature.getByteArray(0, (int) layout.read(length, 0));
		}
	}

	/** With the last session of this process the token's user is logged out. */
	@Override
	public void close() {
		try {
			module.call(Function.C_CLOSE_SESSION, handle);
		} catch (CryptokiException e) { // NOPMD: it is gone already
			return;
		}
	}
}
