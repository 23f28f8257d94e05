package dev.latchkey.certificate.pkcs11;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * A PKCS #11 library in this process, ready to be called by many threads. Never finalized and never unloaded: others in this
 * process may use it too, such as Java's own provider, and PKCS #11 knows one state for all of them.
 */
final class NativeModule {

	private static final Map<String, NativeModule> LOADED = new HashMap<>();
	private static final int RTLD_NOW = 2;
	private static final int RTLD_LOCAL_OF_MAC = 4;

	private final NativeLibrary library;
	private final Map<Function, com.sun.jna.Function> functions = new EnumMap<>(Function.class);

	private NativeModule(String path) throws CryptokiException {
		library = NativeLibrary.getInstance(path, options());
		PointerByReference list = new PointerByReference();
		check("C_GetFunctionList", library.getFunction("C_GetFunctionList").invoke(NativeLong.class, new Object[] { list })); //$NON-NLS-1$ //$NON-NLS-2$
		for (Function each : Function.values()) {
			Pointer entry = list.getValue().getPointer(Layout.HERE.functionInList(each.index()));
			functions.put(each, com.sun.jna.Function.getFunction(entry));
		}
		initialize();
	}

	/**
	 * @param path the library's file, or a name that the operating system's loader finds
	 * @throws LinkageError      when it can't be loaded or is no such library
	 * @throws CryptokiException when it does not start
	 */
	static synchronized NativeModule load(String path) throws CryptokiException {
		NativeModule loaded = LOADED.get(path);
		if (loaded == null) {
			loaded = new NativeModule(path);
			LOADED.put(path, loaded);
		}
		return loaded;
	}

	/** All modules export functions of the same names: one must never be bound to those of another. */
	private static Map<String, Object> options() {
		return Platform.isWindows() ? Map.of()
				: Map.of(Library.OPTION_OPEN_FLAGS, Platform.isMac() ? RTLD_NOW | RTLD_LOCAL_OF_MAC : RTLD_NOW);
	}

	/** Another user of the module may have started it, or ended it, which PKCS #11 gives nobody a means to prevent. */
	synchronized void initialize() throws CryptokiException {
		Layout layout = Layout.HERE;
		try (Memory arguments = new Memory(layout.sizeOfInitialization())) {
			arguments.clear();
			layout.write(arguments, layout.flagsInInitialization(), Ck.CKF_OS_LOCKING_OK);
			call(Function.C_INITIALIZE, arguments);
		} catch (CryptokiException e) {
			if (!e.is(Ck.CKR_CRYPTOKI_ALREADY_INITIALIZED)) {
				throw e;
			}
		}
	}

	/** @param arguments pointers, null, bytes, and longs for CK_ULONG */
	void call(Function function, Object... arguments) throws CryptokiException {
		Object[] converted = Arrays.stream(arguments)
				.map(each -> each instanceof Long number ? new NativeLong(number, true) : each).toArray();
		check(function.name(), functions.get(function).invoke(NativeLong.class, converted));
	}

	private static void check(String function, Object result) throws CryptokiException {
		long code = Integer.toUnsignedLong(((NativeLong) result).intValue());
		if (code != Ck.CKR_OK) {
			throw new CryptokiException(function, code);
		}
	}
}
