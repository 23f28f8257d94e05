package dev.latchkey.registration.graph.documents;

/** Plain text for people, in lines that fit on paper and into messages. */
final class WrappedText {

	private static final int WIDTH = 100;
	private static final String INDENT = "  "; //$NON-NLS-1$

	private final StringBuilder text = new StringBuilder();

	/** A heading, with an empty line before it unless it is the first line. */
	void heading(String heading) {
		if (!text.isEmpty()) {
			text.append('\n');
		}
		line(0, heading);
	}

	/** @param depth how far it stands to the right; further lines of it stand below its first word */
	void line(int depth, String line) {
		wrap(INDENT.repeat(depth), INDENT.repeat(depth), line);
	}

	/** A line that begins with a mark, such as a number; further lines stand to the right of the mark. */
	void marked(int depth, String mark, String line) {
		String indent = INDENT.repeat(depth);
		wrap(indent + mark + ' ', indent + " ".repeat(mark.length() + 1), line); //$NON-NLS-1$
	}

	private void wrap(String first, String others, String line) {
		StringBuilder current = new StringBuilder(first);
		boolean begun = false;
		for (String word : Harmless.of(line).split(" ")) { //$NON-NLS-1$
			if (begun && current.length() + 1 + word.length() > WIDTH) {
				text.append(current).append('\n');
				current = new StringBuilder(others);
				begun = false;
			}
			current.append(begun ? " " : "").append(word); //$NON-NLS-1$ //$NON-NLS-2$
			begun = true;
		}
		text.append(current.toString().stripTrailing()).append('\n');
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
