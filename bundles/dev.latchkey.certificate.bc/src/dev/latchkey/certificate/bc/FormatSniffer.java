package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.latchkey.certificate.FileFormat;

/** Recognizes by their first bytes what people take for a key file. */
final class FormatSniffer {

	private record Magic(byte[] start, FileFormat format) {

		static Magic of(String hex, FileFormat format) {
			return new Magic(HexFormat.of().parseHex(hex), format);
		}

		boolean matches(byte[] file) {
			return file.length >= start.length && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
		}
	}

	private static final List<Magic> MAGICS = List.of( //
			Magic.of("feedfeed", FileFormat.JKS), //$NON-NLS-1$
			Magic.of("cececece", FileFormat.JCEKS), //$NON-NLS-1$
			Magic.of("504b0304", FileFormat.ARCHIVE), // ZIP //$NON-NLS-1$
			Magic.of("504b0506", FileFormat.ARCHIVE), // an empty one //$NON-NLS-1$
			Magic.of("1f8b", FileFormat.ARCHIVE), // gzip //$NON-NLS-1$
			Magic.of("377abcaf271c", FileFormat.ARCHIVE), // 7-Zip //$NON-NLS-1$
			Magic.of("25504446", FileFormat.PDF), //$NON-NLS-1$
			Magic.of("89504e47", FileFormat.IMAGE), //$NON-NLS-1$
			Magic.of("ffd8ff", FileFormat.IMAGE), //$NON-NLS-1$
			Magic.of("474946", FileFormat.IMAGE), //$NON-NLS-1$
			Magic.of("4d5a", FileFormat.PROGRAM), //$NON-NLS-1$
			Magic.of("7f454c46", FileFormat.PROGRAM), //$NON-NLS-1$
			Magic.of("53514c69746520", FileFormat.DATABASE)); // SQLite //$NON-NLS-1$

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{40,}={0,2}\\s*"); //$NON-NLS-1$

	/** How much of a text is looked at. */
	private static final int HEAD = 1 << 16;

	private FormatSniffer() {
	}

	/** Of files that say what they are at once. */
	static Optional<FileFormat> magic(byte[] file) {
		return MAGICS.stream().filter(magic -> magic.matches(file)).map(Magic::format).findFirst();
	}

	/** Of files that are neither ASN.1 nor PEM. */
	static FileFormat of(byte[] file) {
		return magic(file).orElseGet(() -> {
			String text = text(file);
			return text == null ? FileFormat.UNKNOWN : ofText(text.strip());
		});
	}

	/** Whether it is UTF-8 text, which no ASN.1 of a key is. */
	static boolean isText(byte[] file) {
		return !hasControls(file) && utf8(file).isPresent();
	}

	/** @return null when it is no text */
	private static String text(byte[] file) {
		if (file.length >= 2 && (file[0] == (byte) 0xff && file[1] == (byte) 0xfe
				|| file[0] == (byte) 0xfe && file[1] == (byte) 0xff)) {
			return new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.UTF_16);
		}
		// an older encoding is enough to recognize the ASCII parts
		return hasControls(file) ? null : utf8(file).orElseGet(() -> new String(file, StandardCharsets.ISO_8859_1));
	}

	private static boolean hasControls(byte[] file) {
		for (byte each : file) {
			if (each >= 0 && each < ' ' && "\t\r\n\f".indexOf(each) < 0) { //$NON-NLS-1$
				return true;
			}
		}
		return false;
	}

	private static Optional<String> utf8(byte[] file) {
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString()
					.replace("\uFEFF", "")); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (CharacterCodingException e) {
			return Optional.empty();
		}
	}

	private static FileFormat ofText(String text) {
		if (text.startsWith("PuTTY-User-Key-File")) { //$NON-NLS-1$
			return FileFormat.PUTTY_KEY;
		}
		if (text.startsWith("{") || text.startsWith("[")) { //$NON-NLS-1$ //$NON-NLS-2$
			return FileFormat.JSON;
		}
		if (text.startsWith("<")) { //$NON-NLS-1$
			String head = text.substring(0, Math.min(text.length(), 1000)).toLowerCase(Locale.ROOT);
			return head.contains("<html") || head.contains("<!doctype html") ? FileFormat.HTML : FileFormat.XML; //$NON-NLS-1$ //$NON-NLS-2$
		}
		return BASE64.matcher(text).matches() ? FileFormat.BASE64 : FileFormat.TEXT;
	}
}
