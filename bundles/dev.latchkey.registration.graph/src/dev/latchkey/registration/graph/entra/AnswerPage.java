package dev.latchkey.registration.graph.entra;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The whole answers on loopback: small pages without anything from elsewhere, after which the connection ends. */
final class AnswerPage {

	private static final String HEAD = String.join("\r\n", "HTTP/1.1 %d -", //$NON-NLS-1$ //$NON-NLS-2$
			"Content-Type: text/html; charset=utf-8", "Content-Length: %d", "Connection: close", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"Cache-Control: no-store", "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", "", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
			<title>%s</title><style>
			:root { color-scheme: light dark }
			body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
			</style></head><body><main role="status"><h1>%s</h1><p>%s</p></main></body></html>
			"""; //$NON-NLS-1$

	private AnswerPage() {
	}

	static byte[] signedIn() {
		return answer(200, page(Messages.AnswerPage_signedIn, Messages.AnswerPage_close));
	}

	static byte[] notSignedIn() {
		return answer(200, page(Messages.AnswerPage_notSignedIn, Messages.AnswerPage_closeAndSee));
	}

	static byte[] refused(int status) {
		return answer(status, ""); //$NON-NLS-1$
	}

	private static String page(String title, String text) {
		String heading = escaped(title);
		return String.format(PAGE, Messages.AnswerPage_language, heading, heading, escaped(text));
	}

	private static byte[] answer(int status, String page) {
		int length = page.getBytes(StandardCharsets.UTF_8).length;
		return (String.format(Locale.ROOT, HEAD, status, length) + page).getBytes(StandardCharsets.UTF_8);
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	}
}
