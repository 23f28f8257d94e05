package dev.latchkey.languages.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out whether the part that a text belongs to uses it. Keys may be put together of a beginning and the name of a thing. */
final class TextUse {

	private static final Pattern FIELD = Pattern.compile("public static String (\\w+);");
	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
	/** What picocli asks for itself, of each command. */
	private static final Pattern USAGE = Pattern.compile("\\.usage\\.(description|exitCodeListHeading|exitCodeList\\.\\d+)$");
	private static final Pattern WORD = Pattern.compile("\\w+");

	private final TextFile file;
	private final String sources;
	private final Set<String> literals;
	private final Set<String> words;

	TextUse(TextFile file) {
		this.file = file;
		sources = sources(file);
		literals = found(LITERAL, 1);
		words = found(WORD, 0);
	}

	private static String sources(TextFile file) {
		Path from = file.messages().isPresent() ? file.path().getParent() : file.part();
		return TextFile.files(from).filter(path -> path.toString().matches(".*\\.(java|xml|MF)"))
				.filter(path -> !path.endsWith("Messages.java")).map(TextFile::content).collect(Collectors.joining("\n"));
	}

	private Set<String> found(Pattern pattern, int group) {
		return pattern.matcher(sources).results().map(result -> result.group(group)).collect(Collectors.toSet());
	}

	/** The fields that take the texts; the texts' own keys where there is no such class. */
	Set<String> fields() {
		return file.messages().map(TextFile::content).map(FIELD::matcher)
				.map(matcher -> matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new)))
				.orElseGet(() -> new TreeSet<>(file.texts().stringPropertyNames()));
	}

	boolean used(String key) {
		if (file.messages().isPresent()) {
			return words.contains(key);
		}
		return switch (file.path().getFileName().toString()) {
		case "plugin.properties", "feature.properties", "bundle.properties" -> sources.contains('%' + key);
		case "help.properties" -> usedByHelp(key);
		default -> usedByName(key);
		};
	}

	/** Command, option or parameter; picocli puts the key together. */
	private boolean usedByHelp(String key) {
		return Pattern.compile("\\.").splitAsStream(USAGE.matcher(key).replaceFirst("").replaceFirst("\\[\\d]$", ""))
				.allMatch(sources::contains);
	}

	private boolean usedByName(String key) {
		if (literals.contains(key)) {
			return true;
		}
		String name = key.replaceFirst("\\.\\d+$", "");
		Matcher dot = Pattern.compile("\\.").matcher(name);
		while (dot.find()) {
			String beginning = name.substring(0, dot.start());
			String rest = name.substring(dot.end());
			if ((literals.contains(beginning) || literals.contains(beginning + '.'))
					&& (literals.contains(rest) || words.containsAll(List.of(rest.split("\\W+"))))) {
				return true;
			}
		}
		return false;
	}
}
