package dev.latchkey.ui.internal.forms;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a page has to say to its user.
 *
 * @param level how much it matters
 * @param text  one plain sentence with the next step
 */
public record Notice(Level level, String text) {

	/** What matters most comes first. */
	public enum Level {
		/** What was entered can't be used. */
		ERROR(true),
		/** Something failed that may work when tried again, so the way on stays open. */
		RETRY(false),
		/** Something has to be entered yet. No fault, so it is said without alarm. */
		PROMPT(true),
		/** It works, but. */
		WARNING(false),
		/** Good to know. */
		INFO(false);

		private final boolean blocking;

		Level(boolean blocking) {
			this.blocking = blocking;
		}

		/** The picture beside the text. */
		public Mark mark() {
			return switch (this) {
			case ERROR, RETRY -> Mark.ERROR;
			case PROMPT -> Mark.RUNNING;
			case WARNING -> Mark.WARNING;
			case INFO -> Mark.INFO;
			};
		}

		/** Whether the page is not complete with it. */
		public boolean blocking() {
			return blocking;
		}
	}

	public Notice {
		Objects.requireNonNull(level, "level"); //$NON-NLS-1$
		Objects.requireNonNull(text, "text"); //$NON-NLS-1$
	}

	/** The one to show: the most important, of equals the first. */
	public static Optional<Notice> foremost(Collection<Notice> notices) {
		return notices.stream().min(Comparator.comparing(Notice::level));
	}

	public static Optional<Notice> error(String text) {
		return Optional.of(new Notice(Level.ERROR, text));
	}

	public static Optional<Notice> prompt(String text) {
		return Optional.of(new Notice(Level.PROMPT, text));
	}
}
