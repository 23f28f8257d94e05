package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * One password in all the forms in which programs feed it to the derivations of keys, the usual one first. Holds copies;
 * closing clears them. Not safe for several threads.
 */
final class PasswordForms implements AutoCloseable {

	/** Which of the derivations a form is for. */
	enum Kind {
		/** That of RFC 7292, appendix B, which takes UTF-16 with a terminator. */
		UTF16,
		/** Those of RFC 8018, which take bytes and say nothing about their encoding. */
		OCTETS
	}

	/** As many as there are of a password without special characters that programs really use. */
	private static final int LIKELY = 2;

	/** What OpenSSL got from a terminal or a command line that was not UTF-8: Windows' encodings, and those of its console. */
	private static final List<Charset> OLD_ENCODINGS = Stream
			.of(System.getProperty("native.encoding", "US-ASCII"), "windows-1252", "IBM850", "IBM437") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			.filter(Charset::isSupported).map(Charset::forName).distinct().toList();

	private final boolean given;
	private final List<byte[]> utf16 = new ArrayList<>();
	private final List<byte[]> octets = new ArrayList<>();

	/** @param password null when there is none; stays the caller's to clear */
	PasswordForms(char[] password) {
		given = password != null;
		List<char[]> spellings = PasswordSpellings.of(Objects.requireNonNullElse(password, new char[0]));
		spellings.forEach(this::addUsual);
		spellings.forEach(this::addOld);
		addOdd(spellings.get(0));
		spellings.forEach(each -> Arrays.fill(each, '\0'));
	}

	private void addUsual(char[] spelling) {
		add(utf16, utf16(spelling, 1));
		add(octets, encode(spelling, StandardCharsets.UTF_8));
		add(octets, lowBytes(spelling));
	}

	/** OpenSSL before 1.1 took each byte that it got for a character. */
	private void addOld(char[] spelling) {
		byte[] utf8 = encode(spelling, StandardCharsets.UTF_8);
		addBytesAsCharacters(utf8);
		Arrays.fill(utf8, (byte) 0);
		for (Charset charset : OLD_ENCODINGS) {
			byte[] encoded = encode(spelling, charset);
			addBytesAsCharacters(encoded);
			add(octets, encoded);
		}
	}

	private void addBytesAsCharacters(byte[] bytes) {
		char[] widened = new char[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			widened[i] = (char) (bytes[i] & 0xff);
		}
		add(utf16, utf16(widened, 1));
		Arrays.fill(widened, '\0');
	}

	/** Without the terminator (Windows, for the empty password), with two of them, and what is for the other derivation (old NSS). */
	private void addOdd(char[] password) {
		add(utf16, utf16(password, 0));
		add(utf16, utf16(password, 2));
		byte[] utf8 = encode(password, StandardCharsets.UTF_8);
		add(octets, Arrays.copyOf(utf8, utf8.length + 1));
		Arrays.fill(utf8, (byte) 0);
		add(octets, utf16(password, 1));
	}

	private static void add(List<byte[]> forms, byte[] form) {
		if (forms.stream().noneMatch(each -> Arrays.equals(each, form))) {
			forms.add(form);
		} else {
			Arrays.fill(form, (byte) 0);
		}
	}

	/** The bytes, or those of the characters in Latin-1 where the charset lacks one. */
	private static byte[] encode(char[] password, Charset charset) {
		CharsetEncoder encoder = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)
				.onMalformedInput(CodingErrorAction.REPORT);
		// large enough from the start: a buffer that grew would leave its content behind
		ByteBuffer buffer = ByteBuffer.allocate((int) Math.ceil(encoder.maxBytesPerChar() * password.length));
		boolean complete = encoder.encode(CharBuffer.wrap(password), buffer, true).isUnderflow()
				&& encoder.flush(buffer).isUnderflow();
		byte[] bytes = complete ? Arrays.copyOf(buffer.array(), buffer.position()) : lowBytes(password);
		Arrays.fill(buffer.array(), (byte) 0);
		return bytes;
	}

	/** Latin-1; of characters beyond it what Java's older programs leave over. */
	private static byte[] lowBytes(char[] password) {
		byte[] bytes = new byte[password.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) password[i];
		}
		return bytes;
	}

	private static byte[] utf16(char[] password, int terminators) {
		ByteBuffer buffer = ByteBuffer.allocate(Character.BYTES * (password.length + terminators));
		for (char each : password) {
			buffer.putChar(each);
		}
		return buffer.array();
	}

	/** Whether there is one, be it empty. */
	boolean given() {
		return given;
	}

	/** What to say when none of the forms fits. */
	CertificateAccessException refusal() {
		return new CertificateAccessException(given ? Reason.WRONG_PASSWORD : Reason.PASSWORD_REQUIRED);
	}

	/** The most likely first; not to be changed. */
	List<byte[]> of(Kind kind) {
		return List.copyOf(list(kind));
	}

	/** Those that nearly all files were made with. */
	List<byte[]> likely(Kind kind) {
		return List.copyOf(list(kind).subList(0, Math.min(LIKELY, list(kind).size())));
	}

	/** Has what was right once tried first from now on. */
	void prefer(Kind kind, byte[] form) {
		list(kind).remove(form);
		list(kind).add(0, form);
	}

	private List<byte[]> list(Kind kind) {
		return kind == Kind.UTF16 ? utf16 : octets;
	}

	@Override
	public void close() {
		utf16.forEach(form -> Arrays.fill(form, (byte) 0));
		octets.forEach(form -> Arrays.fill(form, (byte) 0));
	}
}
