package dev.latchkey.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Where a command reads and writes: the result goes to standard output and nothing else does. */
final class Terminal {

	/** Asks a person. */
	@FunctionalInterface
	interface Prompt {
		/** Without showing the answer. @return what was typed, the caller's to clear; null when the input has ended */
		char[] ask(String text);

		/** Asks for what is no secret. @return what was typed; null when the input has ended */
		default String answer(String text) {
			char[] typed = ask(text);
			return typed == null ? null : String.valueOf(typed);
		}
	}

	/** A person at this process' terminal. */
	private record Person(Console console) implements Prompt {
		@Override
		public char[] ask(String text) {
			return console.readPassword("%s", text); //$NON-NLS-1$
		}

		@Override
		public String answer(String text) {
			return console.readLine("%s", text); //$NON-NLS-1$
		}
	}

	/** Knows whether it is the person's turn. */
	private final class Watched implements Prompt {

		private final Prompt prompt;

		Watched(Prompt prompt) {
			this.prompt = prompt;
		}

		@Override
		public char[] ask(String text) {
			return asking(() -> prompt.ask(text));
		}

		@Override
		public String answer(String text) {
			return asking(() -> prompt.answer(text));
		}

		private <T> T asking(Supplier<T> question) {
			asking = true;
			try {
				return question.get();
			} finally {
				asking = false;
			}
		}
	}

	private static final int NARROW = 40;

	private final InputStream in;
	private final PrintStream out;
	private final PrintStream err;
	private final PrintWriter outWriter;
	private final PrintWriter errWriter;
	private final Optional<Prompt> prompt;
	private final int width;
	private volatile boolean asking;

	/**
	 * @param prompt empty when nobody sits there
	 * @param width  columns, 0 when lines may be as long as they like
	 */
	Terminal(InputStream in, PrintStream out, PrintStream err, Optional<Prompt> prompt, int width) {
		this.in = in;
		this.out = out;
		this.err = err;
		outWriter = new PrintWriter(out, true);
		errWriter = new PrintWriter(err, true);
		this.prompt = prompt.map(Watched::new);
		this.width = width;
	}

	static Terminal ofProcess() {
		Console console = console();
		if (console == null) {
			return new Terminal(System.in, System.out, System.err, Optional.empty(), 0);
		}
		return new Terminal(System.in, System.out, System.err, Optional.of(new Person(console)),
				Math.max(NARROW, new UsageMessageSpec().autoWidth(true).width()));
	}

	/** Some versions of Java (22 to 24) give a console to programs that have no terminal. */
	private static Console console() {
		Console console = System.console();
		try {
			return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console) ? console : null; //$NON-NLS-1$
		} catch (NoSuchMethodException e) {
			return console; // before Java 22 there is one for terminals only
		} catch (ReflectiveOperationException e) {
			return null;
		}
	}

	Optional<Prompt> prompt() {
		return prompt;
	}

	/** Whether nothing happens until somebody has answered. */
	boolean isAsking() {
		return asking;
	}

	int width() {
		return width;
	}

	/** The first line of standard input. */
	char[] firstLine() throws IOException {
		return FirstLine.read(in);
	}

	/** The result, or a part of it. */
	void give(byte[] bytes) {
		out.write(bytes, 0, bytes.length);
		out.flush();
	}

	/** The result, or a part of it, in the encoding of the terminal. */
	void give(Page page) {
		out.print(page);
		out.flush();
	}

	/** A remark that is no part of the result. */
	void say(String text) {
		err.println(Printable.of(text));
	}

	/** Lets the help of a command go where results go. */
	void connect(CommandLine command) {
		command.setOut(outWriter);
		command.setErr(errWriter);
		command.setUsageHelpWidth(width == 0 ? UsageMessageSpec.DEFAULT_USAGE_WIDTH : width);
	}
}
