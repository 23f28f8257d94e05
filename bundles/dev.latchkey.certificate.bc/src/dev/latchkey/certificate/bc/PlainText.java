package dev.latchkey.certificate.bc;

import java.util.Arrays;

/** Texts in UTF-16, which is what Windows PowerShell redirects into files, narrowed to the bytes that matter in PEM and Base64. */
final class PlainText {

	private PlainText() {
	}

	/** @return a copy, the caller's to clear; characters beyond Latin-1 become question marks */
	static byte[] of(byte[] file) {
		boolean big = startsWith(file, 0xfe, 0xff) || file.length > 1 && file[0] == 0 && file[1] != 0;
		boolean little = startsWith(file, 0xff, 0xfe) || file.length > 1 && file[0] != 0 && file[1] == 0;
		if (big || little) {
			return narrowed(file, big ? 0 : 1);
		}
		boolean marked = startsWith(file, 0xef, 0xbb, 0xbf);
		return Arrays.copyOfRange(file, marked ? 3 : 0, file.length);
	}

	private static byte[] narrowed(byte[] file, int high) {
		byte[] text = new byte[file.length / 2];
		for (int i = 0; i < text.length; i++) {
			text[i] = file[2 * i + high] == 0 ? file[2 * i + 1 - high] : (byte) '?';
		}
		if (text.length > 0 && text[0] == '?') {
			text[0] = ' '; // the mark of the byte order
		}
		return text;
	}

	private static boolean startsWith(byte[] file, int... start) {
		for (int i = 0; i < start.length; i++) {
			if (i >= file.length || (file[i] & 0xff) != start[i]) {
				return false;
			}
		}
		return true;
	}
}
