package dev.latchkey.tenant.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/**
 * The part of {@code $filter} that is served: {@code eq}, {@code ne}, {@code in}, {@code startswith}, {@code and},
 * {@code or}, {@code not} and parentheses over plain properties.
 */
final class Filter {

	private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");

	private final Map<String, String> properties;
	private final String type;
	private final List<String> tokens = new ArrayList<>();
	private int next;

	private Filter(String text, String type, Map<String, String> properties) {
		this.properties = properties;
		this.type = type;
		Matcher matcher = TOKEN.matcher(text);
		int end = 0;
		while (matcher.lookingAt()) {
			tokens.add(matcher.group(1));
			end = matcher.end();
			matcher.region(end, text.length());
		}
		if (!text.substring(end).isBlank()) {
			throw invalid();
		}
	}

	/**
	 * @throws GraphError
	 *             if the expression isn't served or names an unknown property
	 */
	static Predicate<JsonObject> parse(String text, String type, Types types) {
		Filter filter = new Filter(text, type, types.of(type));
		Predicate<JsonObject> condition = filter.or();
		if (filter.next < filter.tokens.size()) {
			throw invalid();
		}
		return condition;
	}

	private Predicate<JsonObject> or() {
		Predicate<JsonObject> condition = and();
		while (accept("or")) {
			condition = condition.or(and());
		}
		return condition;
	}

	private Predicate<JsonObject> and() {
		Predicate<JsonObject> condition = term();
		while (accept("and")) {
			condition = condition.and(term());
		}
		return condition;
	}

	private Predicate<JsonObject> term() {
		if (accept("not")) {
			return term().negate();
		}
		if (accept("(")) {
			Predicate<JsonObject> inner = or();
			expect(")");
			return inner;
		}
		if (accept("startswith")) {
			return startsWith();
		}
		return comparison();
	}

	private Predicate<JsonObject> startsWith() {
		expect("(");
		String name = property();
		expect(",");
		String value = literal();
		expect(")");
		return o -> value(o, name).toLowerCase(Locale.ROOT).startsWith(value.toLowerCase(Locale.ROOT));
	}

	private Predicate<JsonObject> comparison() {
		String name = property();
		if (accept("eq")) {
			String value = literal();
			return o -> value(o, name).equalsIgnoreCase(value);
		}
		if (accept("ne")) {
			String value = literal();
			return o -> !value(o, name).equalsIgnoreCase(value);
		}
		expect("in");
		expect("(");
		List<String> values = new ArrayList<>(List.of(literal()));
		while (accept(",")) {
			values.add(literal());
		}
		expect(")");
		return o -> values.stream().anyMatch(value(o, name)::equalsIgnoreCase);
	}

	private String property() {
		String name = take();
		if (!properties.containsKey(name)) {
			throw new GraphError(400, "BadRequest",
					"Invalid filter clause: Could not find a property named '" + name + "' on type 'microsoft.graph."
							+ type + "'.");
		}
		return name;
	}

	private String literal() {
		String token = take();
		return token.startsWith("'") ? token.substring(1, token.length() - 1).replace("''", "'") : token;
	}

	private static String value(JsonObject object, String name) {
		JsonElement value = object.has(name) ? object.get(name) : JsonNull.INSTANCE;
		return value.isJsonPrimitive() ? value.getAsString() : "null";
	}

	private boolean accept(String token) {
		boolean there = next < tokens.size() && tokens.get(next).equals(token);
		next += there ? 1 : 0;
		return there;
	}

	private void expect(String token) {
		if (!accept(token)) {
			throw invalid();
		}
	}

	private String take() {
		if (next >= tokens.size()) {
			throw invalid();
		}
		return tokens.get(next++);
	}

	private static GraphError invalid() {
		return GraphError.unsupported("Unsupported or invalid query filter clause specified.");
	}
}
