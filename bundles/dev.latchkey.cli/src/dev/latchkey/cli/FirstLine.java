package dev.latchkey.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first line of a stream, without its end and without ever becoming a string. In UTF-8, or in UTF-16 with the mark that
 * PowerShell puts before it.
 */
final class FirstLine {

	static final int MAX_BYTES = 4096;

	private static final byte[] UTF_8_MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };
	private static final byte[] UTF_16LE_MARK = { (byte) 0xff, (byte) 0xfe };

	private FirstLine() {
	}

	/**
	 * @return the caller's to clear; empty when the stream is
	 * @throws CharacterCodingException when it is no such text, or too long
	 */
	static char[] read(InputStream stream) throws IOException {
		byte[] bytes = new byte[MAX_BYTES];
		try {
			int length = fill(stream, bytes);
			if (startsWith(bytes, length, UTF_16LE_MARK)) {
				return decode(bytes, UTF_16LE_MARK.length, length, StandardCharsets.UTF_16LE);
			}
			return decode(bytes, startsWith(bytes, length, UTF_8_MARK) ? UTF_8_MARK.length : 0, length, StandardCharsets.UTF_8);
		} finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

	/** Until the line ends: who types into a pipe need not close it. */
	private static int fill(InputStream stream, byte[] bytes) throws IOException {
		int length = 0;
		while (length < bytes.length) {
			int next = stream.read();
			if (next < 0) {
				return length;
			}
			bytes[length++] = (byte) next;
			if (next == '\n' && !startsWith(bytes, length, UTF_16LE_MARK)) {
				return length;
			}
		}
		throw new CharacterCodingException();
	}

	private static boolean startsWith(byte[] bytes, int length, byte[] start) {
		return length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
	}

	private static char[] decode(byte[] bytes, int from, int to, Charset charset) throws CharacterCodingException {
		CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
		try {
			int end = 0;
			while (end < text.length() && text.charAt(end) != '\n') {
				end++;
			}
			if (end > 0 && text.charAt(end - 1) == '\r') {
				end--;
			}
			return Arrays.copyOfRange(text.array(), text.arrayOffset(), text.arrayOffset() + end);
		} finally {
			Arrays.fill(text.array(), '\0');
		}
	}
}
