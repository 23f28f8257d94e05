package dev.latchkey.certificate.bc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes what people take for a PFX file, to name it in a message. */
final class FileKind {

	private record Magic(byte[] start, String kind) {

		static Magic of(String hex, String kind) {
			return new Magic(HexFormat.of().parseHex(hex), kind);
		}

		boolean matches(byte[] file) {
			return file.length >= start.length && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
		}
	}

	private static final List<Magic> MAGICS = List.of( //
			Magic.of("feedfeed", Messages.FileKind_javaKeyStore), // JKS //$NON-NLS-1$
			Magic.of("cececece", Messages.FileKind_javaKeyStore), // JCEKS //$NON-NLS-1$
			Magic.of("504b0304", Messages.FileKind_zip), //$NON-NLS-1$
			Magic.of("504b0506", Messages.FileKind_zip), // an empty one //$NON-NLS-1$
			Magic.of("1f8b", Messages.FileKind_zip), // gzip //$NON-NLS-1$
			Magic.of("377abcaf271c", Messages.FileKind_zip), // 7-Zip //$NON-NLS-1$
			Magic.of("25504446", Messages.FileKind_pdf), //$NON-NLS-1$
			Magic.of("89504e47", Messages.FileKind_image), //$NON-NLS-1$
			Magic.of("ffd8ff", Messages.FileKind_image), //$NON-NLS-1$
			Magic.of("474946", Messages.FileKind_image), //$NON-NLS-1$
			Magic.of("4d5a", Messages.FileKind_program), //$NON-NLS-1$
			Magic.of("7f454c46", Messages.FileKind_program), //$NON-NLS-1$
			Magic.of("53514c69746520", Messages.FileKind_sqlite)); //$NON-NLS-1$

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{40,}={0,2}\\s*"); //$NON-NLS-1$

	/** How much of a text is looked at. */
	private static final int HEAD = 1 << 16;

	private FileKind() {
	}

	/** @return localized, to be used within a sentence: "This is ..." */
	static String of(byte[] file) {
		for (Magic magic : MAGICS) {
			if (magic.matches(file)) {
				return magic.kind();
			}
		}
		String text = text(file);
		return text == null ? Messages.FileKind_unknown : ofText(text.strip());
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

	private static String ofText(String text) {
		if (text.contains("-----BEGIN ")) { //$NON-NLS-1$
			return ofPem(text);
		}
		if (text.startsWith("PuTTY-User-Key-File")) { //$NON-NLS-1$
			return Messages.FileKind_puttyKey;
		}
		if (text.startsWith("{") || text.startsWith("[")) { //$NON-NLS-1$ //$NON-NLS-2$
			return Messages.FileKind_json;
		}
		if (text.startsWith("<")) { //$NON-NLS-1$
			String head = text.substring(0, Math.min(text.length(), 1000)).toLowerCase(Locale.ROOT);
			return head.contains("<html") || head.contains("<!doctype html") ? Messages.FileKind_html //$NON-NLS-1$ //$NON-NLS-2$
					: Messages.FileKind_xml;
		}
		return BASE64.matcher(text).matches() ? Messages.FileKind_base64 : Messages.FileKind_text;
	}

	private static String ofPem(String text) {
		if (text.contains("PRIVATE KEY-----")) { //$NON-NLS-1$
			return Messages.FileKind_pemKey;
		}
		return text.contains("-----BEGIN CERTIFICATE-----") ? Messages.FileKind_pemCertificate //$NON-NLS-1$
				: Messages.FileKind_pemOther;
	}
}
