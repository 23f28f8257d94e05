package dev.latchkey.registration.graph.profile;

import java.io.IOException;
import java.io.Reader;

/**
 * Knows where in its text it is. Gives one character at a time, so that Gson, which keeps its own position to itself, never
 * reads further than it must and this one's is its.
 */
final class PositionReader extends Reader {

	private final Reader text;
	private int line = 1;
	private int column;
	private Position last = new Position(1, 1);
	private Position word = last;
	private boolean withinWord;

	PositionReader(Reader text) {
		this.text = text;
	}

	/** Of the last character that is not white space. */
	Position position() {
		return last;
	}

	/** Where the last number or keyword began: that it ends is known only by what follows. */
	Position word() {
		return word;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		int c = text.read();
		if (c < 0) {
			return -1;
		}
		advance((char) c);
		buffer[offset] = (char) c;
		return 1;
	}

	private void advance(char c) {
		if (c == '\n') {
			line++;
			column = 0;
			withinWord = false;
			return;
		}
		column++;
		if (!Character.isWhitespace(c)) {
			last = new Position(line, column);
		}
		boolean letter = Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
		if (letter && !withinWord) {
			word = last;
		}
		withinWord = letter;
	}

	@Override
	public void close() throws IOException {
		text.close();
	}

	/** A place in a text. Both count from 1, columns in UTF-16 characters. */
	record Position(int line, int column) {
	}
}
