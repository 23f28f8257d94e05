package dev.latchkey.install.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of documentation that is a script: files, told by a line with their path, and commands. */
record Guide(List<Block> blocks) {

	/** A fenced block, with the path that stands in the line before it. */
	private static final Pattern BLOCK = Pattern.compile("(?m)(?:^`([^`\n]+)`\n\n)?^```(\\w+)\n(.*?)^```$", Pattern.DOTALL);

	/**
	 * @param path     of the file, empty when it is none
	 * @param language what stands behind the fence
	 * @param text     with the end of its last line
	 */
	record Block(String path, String language, String text) {

		boolean isFile() {
			return !path.isEmpty();
		}

		boolean isCommands() {
			return language.equals("sh");
		}
	}

	static Guide read(Path file) throws IOException {
		List<Block> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(Files.readString(file));
		while (matcher.find()) {
			blocks.add(new Block(matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2), matcher.group(3)));
		}
		return new Guide(List.copyOf(blocks));
	}

	List<Block> files() {
		return blocks.stream().filter(Block::isFile).toList();
	}

	List<Block> commands() {
		return blocks.stream().filter(Block::isCommands).toList();
	}

	/**
	 * All that the page tells to do, in its order, as one script that ends with the first failure.
	 *
	 * @param beforeLast what the shell does before the last commands
	 */
	String script(String beforeLast) {
		// a program that the page starts beside the others ends with the script
		StringBuilder script = new StringBuilder("set -eu\ntrap 'kill ${!:-} 2>/dev/null || :' EXIT\n");
		for (Block block : blocks) {
			if (block.isFile()) {
				script.append("mkdir -p \"$(dirname '" + block.path + "')\"\ncat >'" + block.path + "' <<'END OF THE FILE'\n")
						.append(block.text).append("END OF THE FILE\n");
			} else if (block.isCommands()) {
				script.append(block == commands().get(commands().size() - 1) ? beforeLast : "").append(block.text);
			}
		}
		return script.toString();
	}
}
