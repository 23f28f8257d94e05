package dev.latchkey.registration.graph.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of strangers as literals of other languages: whatever they hold, they stay one value. */
final class Quoted {

	private static final Pattern PLAIN = Pattern.compile("[ -~]*"); //$NON-NLS-1$

	private Quoted() {
	}

	/** For POSIX shells. */
	static String shell(String text) {
		return '\'' + Harmless.of(text).replace("'", "'\\''") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/**
	 * For PowerShell, in ASCII only: Windows PowerShell takes a file without a mark for the system's old encoding, in which
	 * a letter can turn into one of the typographic quotes that end a text as well.
	 */
	static String powerShell(String text) {
		String harmless = Harmless.of(text);
		return PLAIN.matcher(harmless).matches() ? '\'' + harmless.replace("'", "''") + '\'' //$NON-NLS-1$ //$NON-NLS-2$
				: "[regex]::Unescape('" + escaped(harmless) + "')"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** For JSON in the middle of other languages: no character of it means anything in a shell, PowerShell or JMESPath. */
	static String json(String text) {
		return '"' + escaped(text) + '"';
	}

	/** For the text of an HTML element or attribute. */
	static String html(String text) {
		return Harmless.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
				.replace("'", "&#39;"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.chars().forEach(each -> {
			boolean plain = each < 0x80 && (Character.isLetterOrDigit(each) || " ._:/+=-".indexOf(each) >= 0); //$NON-NLS-1$
			escaped.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "\\u%04x", each)); //$NON-NLS-1$
		});
		return escaped.toString();
	}
}
