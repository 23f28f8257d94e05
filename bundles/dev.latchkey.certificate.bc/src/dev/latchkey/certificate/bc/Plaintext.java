package dev.latchkey.certificate.bc;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a cipher, with its padding, and the judgement whether it is what went in. The padding alone is no proof: with
 * one wrong password in 256 it looks right by chance, and with the right one it is wrong where the file is damaged at its end.
 *
 * @param bytes ASN.1, if the password was right
 * @param block the cipher's block length, or 1 where there is no padding
 */
record Plaintext(byte[] bytes, int block) {

	private static final byte SEQUENCE = 0x30;
	private static final int LONG_FORM = 0x80;

	/** Bytes that nearly every key and certificate has, and chance does not make: parts of their algorithms' numbers. */
	private static final List<byte[]> TRACES = List.of( //
			HexFormat.of().parseHex("2a864886f70d01"), // RSA Security's //$NON-NLS-1$
			HexFormat.of().parseHex("0d010101050004"), // rest of an RSA key's, where the beginning is lost //$NON-NLS-1$
			HexFormat.of().parseHex("2a8648ce3d02")); // elliptic curves //$NON-NLS-1$

	/** @return the ASN.1, when header and padding agree; the caller's to clear */
	Optional<byte[]> content() {
		int length = sequenceLength();
		int end = block == 1 ? bytes.length : bytes.length - padding();
		boolean fits = padding() >= 0 && (length == end || length < 0 && isIndefinite());
		return fits ? Optional.of(Arrays.copyOf(bytes, end)) : Optional.empty();
	}

	/** Whether only the right password can have made this, even where it is damaged. */
	boolean isEvident() {
		int length = sequenceLength();
		boolean tellingHeader = length > LONG_FORM && length <= bytes.length && bytes.length - length <= block;
		return tellingHeader || TRACES.stream().anyMatch(this::contains);
	}

	private boolean contains(byte[] trace) {
		for (int i = 0; i + trace.length <= bytes.length; i++) {
			if (Arrays.equals(bytes, i, i + trace.length, trace, 0, trace.length)) {
				return true;
			}
		}
		return false;
	}

	/** @return number of bytes, or -1 when it is none */
	private int padding() {
		if (block == 1) {
			return 0;
		}
		int padding = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
		if (padding < 1 || padding > block || padding > bytes.length) {
			return -1;
		}
		for (int i = bytes.length - padding; i < bytes.length; i++) {
			if (bytes[i] != padding) {
				return -1;
			}
		}
		return padding;
	}

	private boolean isIndefinite() {
		return bytes.length > 1 && bytes[0] == SEQUENCE && bytes[1] == (byte) LONG_FORM;
	}

	/** Of header and content, as the header says; -1 when there is none, or none that says it. */
	private int sequenceLength() {
		if (bytes.length < 2 || bytes[0] != SEQUENCE || isIndefinite()) {
			return -1;
		}
		int first = bytes[1] & 0xff;
		if (first < LONG_FORM) {
			return 2 + first;
		}
		int octets = first - LONG_FORM;
		if (octets >= Integer.BYTES || bytes.length < 2 + octets) {
			return -1;
		}
		int length = 0;
		for (int i = 0; i < octets; i++) {
			length = length << Byte.SIZE | bytes[2 + i] & 0xff;
		}
		return 2 + octets + length;
	}

	/** Never shows the content. */
	@Override
	public String toString() {
		return "Plaintext[" + bytes.length + ']'; //$NON-NLS-1$
	}
}
