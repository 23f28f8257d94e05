package dev.latchkey.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one header {@code WWW-Authenticate} as RFC 9110 writes it (sections 5.6, 11.2 to 11.6.1), going once from its beginning
 * to its end.
 */
final class ChallengeReader {

	private static final String TOKEN = "!#$%&'*+-.^_`|~"; //$NON-NLS-1$

	private final String text;
	private final List<Map<String, String>> found = new ArrayList<>();
	private int at;

	ChallengeReader(String header) {
		this.text = header;
	}

	/** The header does not follow the rules. */
	static final class MalformedException extends Exception {
		private static final long serialVersionUID = 1;
	}

	/** The parameters of each {@code Bearer} challenge, by their names in lower case. */
	List<Map<String, String>> read() throws MalformedException {
		separators();
		while (!ended()) {
			challenge();
		}
		return List.copyOf(found);
	}

	private void challenge() throws MalformedException {
		String scheme = token();
		Map<String, String> parameters = new HashMap<>();
		if (spaces() && !token68()) {
			parameters(parameters);
		}
		if (!ended() && !separators()) {
			throw new MalformedException();
		}
		if ("Bearer".equalsIgnoreCase(scheme)) { //$NON-NLS-1$
			found.add(parameters);
		}
	}

	/** As many as follow; what follows them without an equals sign is the next challenge. */
	private void parameters(Map<String, String> parameters) throws MalformedException {
		for (int before = at; !ended(); before = at) {
			separators();
			if (!parameter(parameters)) {
				at = before;
				return;
			}
			spaces();
			if (!ended() && peek() != ',') {
				throw new MalformedException();
			}
		}
	}

	/** @return whether there was one */
	private boolean parameter(Map<String, String> parameters) throws MalformedException {
		if (ended() || !isToken(peek())) {
			return false;
		}
		String name = token();
		spaces();
		if (ended() || peek() != '=') {
			return false;
		}
		at++;
		spaces();
		String value = !ended() && peek() == '"' ? quoted() : token();
		if (parameters.put(name.toLowerCase(Locale.ROOT), value) != null) {
			throw new MalformedException();
		}
		return true;
	}

	/** Skips what stands in place of parameters in other schemes. */
	private boolean token68() {
		int end = at;
		while (end < text.length() && (isToken(text.charAt(end)) || text.charAt(end) == '/')) {
			end++;
		}
		boolean some = end > at;
		while (end < text.length() && text.charAt(end) == '=') {
			end++;
		}
		int next = end;
		while (next < text.length() && isSpace(text.charAt(next))) {
			next++;
		}
		if (!some || next < text.length() && text.charAt(next) != ',') {
			return false;
		}
		at = next;
		return true;
	}

	private String token() throws MalformedException {
		int from = at;
		while (!ended() && isToken(peek())) {
			at++;
		}
		if (from == at) {
			throw new MalformedException();
		}
		return text.substring(from, at);
	}

	private String quoted() throws MalformedException {
		StringBuilder value = new StringBuilder();
		for (at++; !ended() && peek() != '"'; at++) {
			if (peek() == '\\') {
				at++;
			}
			if (ended() || peek() < ' ' && peek() != '\t' || peek() == 0x7f) {
				throw new MalformedException();
			}
			value.append(peek());
		}
		if (ended()) {
			throw new MalformedException();
		}
		at++;
		return value.toString();
	}

	/** @return whether there was a comma */
	private boolean separators() {
		boolean comma = false;
		while (!ended() && (peek() == ',' || isSpace(peek()))) {
			comma |= peek() == ',';
			at++;
		}
		return comma;
	}

	private boolean spaces() {
		int from = at;
		while (!ended() && isSpace(peek())) {
			at++;
		}
		return at > from;
	}

	private static boolean isToken(int character) {
		return character >= '0' && character <= '9' || character >= 'A' && character <= 'Z'
				|| character >= 'a' && character <= 'z' || TOKEN.indexOf(character) >= 0;
	}

	private static boolean isSpace(char character) {
		return character == ' ' || character == '\t';
	}

	private char peek() {
		return text.charAt(at);
	}

	private boolean ended() {
		return at >= text.length();
	}
}
