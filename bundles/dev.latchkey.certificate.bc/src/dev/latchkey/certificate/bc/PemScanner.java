package dev.latchkey.certificate.bc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;

/**
 * Finds the blocks of a PEM file (RFC 7468) among whatever text. Works on bytes from end to end: a key that is not encrypted must
 * not become a string, as it does in the libraries' readers.
 */
final class PemScanner {

	private static final byte[] BEGIN = ascii("-----BEGIN "); //$NON-NLS-1$
	private static final byte[] END = ascii("-----END "); //$NON-NLS-1$
	private static final byte[] DASHES = ascii("-----"); //$NON-NLS-1$
	private static final byte[] FRIENDLY_NAME = ascii("friendlyName:"); //$NON-NLS-1$
	private static final int MAX_LABEL = 64;
	private static final String DEK_INFO = "dek-info:"; //$NON-NLS-1$

	private final byte[] text;

	/** @param text ASCII, or any encoding that contains it; stays the caller's to clear */
	PemScanner(byte[] text) {
		this.text = text;
	}

	static boolean isPem(byte[] text) {
		return find(text, BEGIN, 0, text.length) >= 0;
	}

	/**
	 * @return at least one block, in their order
	 * @throws CertificateAccessException CORRUPT when a block has no end, or is no Base64
	 */
	List<PemBlock> blocks() throws CertificateAccessException {
		List<PemBlock> blocks = new ArrayList<>();
		int rest = 0;
		int begin = find(text, BEGIN, 0, text.length);
		while (begin >= 0) {
			int labelStart = begin + BEGIN.length;
			int labelEnd = require(find(text, DASHES, labelStart, Math.min(text.length, labelStart + MAX_LABEL)));
			String label = string(labelStart, labelEnd);
			int end = require(find(text, ascii(new String(END, StandardCharsets.US_ASCII) + label), labelEnd, text.length));
			blocks.add(block(label, labelEnd + DASHES.length, end, friendlyName(rest, begin)));
			rest = end;
			begin = find(text, BEGIN, end, text.length);
		}
		return blocks;
	}

	private PemBlock block(String label, int start, int end, String friendlyName) throws CertificateAccessException {
		String dekInfo = ""; //$NON-NLS-1$
		int body = start;
		int lineEnd = lineEnd(body, end);
		while (body < end && (isBlank(body, lineEnd) || find(text, new byte[] { ':' }, body, lineEnd) >= 0)) {
			String line = string(body, lineEnd).strip();
			if (line.toLowerCase(Locale.ROOT).startsWith(DEK_INFO)) {
				dekInfo = line.substring(DEK_INFO.length()).strip();
			}
			body = Math.min(end, lineEnd + 1);
			lineEnd = lineEnd(body, end);
		}
		return new PemBlock(label, dekInfo, decode(text, body, end), friendlyName);
	}

	/** @throws CertificateAccessException CORRUPT */
	static byte[] decode(byte[] text, int start, int end) throws CertificateAccessException {
		byte[] letters = new byte[end - start];
		int count = 0;
		for (int i = start; i < end; i++) {
			if (text[i] < 0 || text[i] > ' ') {
				letters[count++] = text[i];
			}
		}
		byte[] exact = Arrays.copyOf(letters, count);
		try {
			return Base64.getDecoder().decode(exact);
		} catch (IllegalArgumentException e) {
			throw new CertificateAccessException(Reason.CORRUPT, e);
		} finally {
			Arrays.fill(letters, (byte) 0);
			Arrays.fill(exact, (byte) 0);
		}
	}

	/** The last one in the text before a block. */
	private String friendlyName(int start, int end) {
		int name = -1;
		for (int i = find(text, FRIENDLY_NAME, start, end); i >= 0; i = find(text, FRIENDLY_NAME, name, end)) {
			name = i + FRIENDLY_NAME.length;
		}
		return name < 0 ? "" : new String(text, name, lineEnd(name, end) - name, StandardCharsets.UTF_8).strip(); //$NON-NLS-1$
	}

	private int lineEnd(int start, int end) {
		int i = start;
		while (i < end && text[i] != '\n' && text[i] != '\r') {
			i++;
		}
		return i;
	}

	private boolean isBlank(int start, int end) {
		for (int i = start; i < end; i++) {
			if (text[i] != ' ' && text[i] != '\t') {
				return false;
			}
		}
		return true;
	}

	private static int require(int index) throws CertificateAccessException {
		if (index < 0) {
			throw new CertificateAccessException(Reason.CORRUPT);
		}
		return index;
	}

	private static int find(byte[] text, byte[] what, int start, int end) {
		for (int i = start; i + what.length <= end; i++) {
			if (Arrays.equals(text, i, i + what.length, what, 0, what.length)) {
				return i;
			}
		}
		return -1;
	}

	private String string(int start, int end) {
		return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}
}
