package dev.latchkey.certificate.pkcs11;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * How C lays out the types of PKCS #11: CK_ULONG is C's long, and structures have C's usual padding, except on Windows, where they
 * have none (PKCS #11 Base Specification v2.40, section 2.1).
 *
 * @param number  bytes of a CK_ULONG
 * @param pointer bytes of a pointer
 * @param packed  whether structures are without padding
 */
record Layout(int number, int pointer, boolean packed) {

	/** That of the running machine. */
	static final Layout HERE = new Layout(NativeLong.SIZE, Native.POINTER_SIZE, Platform.isWindows());

	/** CK_ATTRIBUTE and CK_MECHANISM: a number, a pointer, and the number of bytes there. */
	int sizeOfTriple() {
		return aligned(lengthInTriple() + number, pointer);
	}

	int pointerInTriple() {
		return aligned(number, pointer);
	}

	int lengthInTriple() {
		return pointerInTriple() + pointer;
	}

	/** CK_FUNCTION_LIST begins with a version of two bytes. */
	int functionInList(int index) {
		return aligned(2, pointer) + index * pointer;
	}

	/** CK_C_INITIALIZE_ARGS begins with four pointers to functions. */
	int flagsInInitialization() {
		return 4 * pointer;
	}

	int sizeOfInitialization() {
		return aligned(flagsInInitialization() + number, pointer) + pointer;
	}

	private int aligned(int offset, int alignment) {
		return packed ? offset : (offset + alignment - 1) / alignment * alignment;
	}

	void write(Pointer memory, long offset, long value) {
		memory.setNativeLong(offset, new NativeLong(value, true));
	}

	/** Unsigned where that fits. */
	long read(Pointer memory, long offset) {
		long value = memory.getNativeLong(offset).longValue();
		return number == Integer.BYTES ? Integer.toUnsignedLong((int) value) : value;
	}

	byte[] bytes(long value) {
		try (Memory memory = new Memory(number)) {
			write(memory, 0, value);
			return memory.getByteArray(0, number);
		}
	}

	/** @return the number in those bytes, or -1 when they are none */
	long number(byte[] bytes) {
		if (bytes.length != number) {
			return -1;
		}
		try (Memory memory = new Memory(number)) {
			memory.write(0, bytes, 0, number);
			return read(memory, 0);
		}
	}
}
