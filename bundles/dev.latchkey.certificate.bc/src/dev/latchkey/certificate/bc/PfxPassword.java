package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One password in all the forms in which programs feed it to the key derivations of PKCS #12, the usual one first. Holds
 * copies; closing clears them.
 */
final class PfxPassword implements AutoCloseable {

	/**
	 * For the derivation of RFC 7292, appendix B, which takes UTF-16 with a terminator.
	 *
	 * @param chars      the password
	 * @param terminator whether the empty password is fed as a terminator alone (OpenSSL, Java) or as nothing (Windows)
	 */
	record Utf16(char[] chars, boolean terminator) {
	}

	private final boolean given;
	private final List<Utf16> utf16 = new ArrayList<>();
	private final List<byte[]> octets = new ArrayList<>();

	/** @param password null when there is none; stays the caller's to clear */
	PfxPassword(char[] password) {
		given = password != null;
		if (password == null || password.length == 0) {
			utf16.add(new Utf16(new char[0], true));
			utf16.add(new Utf16(new char[0], false));
			octets.add(new byte[0]);
			octets.add(new byte[2]);
		} else {
			addForms(password);
		}
	}

	private void addForms(char[] password) {
		utf16.add(new Utf16(password.clone(), true));
		byte[] utf8 = encode(password, StandardCharsets.UTF_8);
		octets.add(utf8);
		if (utf8.length != password.length) {
			// OpenSSL before 1.1 took the bytes of the terminal's UTF-8 for characters
			utf16.add(new Utf16(widened(utf8), true));
			byte[] latin1 = encode(password, StandardCharsets.ISO_8859_1);
			if (latin1.length > 0) {
				octets.add(latin1);
			}
		}
		// NSS before 3.35 fed PBES2 what belongs to the older derivation
		octets.add(terminated(password));
	}

	/** The bytes, or none where the charset lacks a character. */
	private static byte[] encode(char[] password, Charset charset) {
		CharsetEncoder encoder = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)
				.onMalformedInput(CodingErrorAction.REPORT);
		try {
			ByteBuffer buffer = encoder.encode(CharBuffer.wrap(password));
			byte[] bytes = new byte[buffer.remaining()];
			buffer.get(bytes);
			Arrays.fill(buffer.array(), (byte) 0);
			return bytes;
		} catch (CharacterCodingException e) {
			return new byte[0];
		}
	}

	private static char[] widened(byte[] bytes) {
		char[] chars = new char[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			chars[i] = (char) (bytes[i] & 0xff);
		}
		return chars;
	}

	private static byte[] terminated(char[] password) {
		ByteBuffer buffer = ByteBuffer.allocate(2 * password.length + 2);
		for (char each : password) {
			buffer.putChar(each);
		}
		return buffer.array();
	}

	/** Whether there is one, be it empty. */
	boolean given() {
		return given;
	}

	List<Utf16> utf16() {
		return utf16;
	}

	/** For PBES2 (RFC 8018), which takes bytes and says nothing about their encoding. */
	List<byte[]> octets() {
		return octets;
	}

	@Override
	public void close() {
		utf16.forEach(form -> Arrays.fill(form.chars(), '\0'));
		octets.forEach(form -> Arrays.fill(form, (byte) 0));
	}
}
