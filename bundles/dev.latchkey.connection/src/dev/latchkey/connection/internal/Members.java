package dev.latchkey.connection.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * A JSON object's members by name. Each method throws {@link JsonParseException} when a member is missing or of another kind,
 * and no other exception.
 */
record Members(JsonObject json) {

	/** Other spellings of numbers are no one's, and some take Java hours to read. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}"); //$NON-NLS-1$

	static Members parse(String text) {
		return of(JsonParser.parseString(text));
	}

	static Members of(JsonElement element) {
		if (!element.isJsonObject()) {
			throw new JsonParseException("Not an object"); //$NON-NLS-1$
		}
		return new Members(element.getAsJsonObject());
	}

	Members object(String name) {
		return of(member(name));
	}

	String text(String name) {
		return text(member(name));
	}

	Optional<String> optional(String name) {
		return json.has(name) ? Optional.of(text(name)) : Optional.empty();
	}

	long number(String name) {
		String digits = primitive(member(name)).getAsString();
		if (!NUMBER.matcher(digits).matches()) {
			throw new JsonParseException("No number " + name); //$NON-NLS-1$
		}
		return Long.parseLong(digits);
	}

	UUID id(String name) {
		try {
			return UUID.fromString(text(name));
		} catch (IllegalArgumentException e) {
			throw new JsonParseException(e);
		}
	}

	Instant time(String name) {
		try {
			return Instant.parse(text(name));
		} catch (DateTimeException e) {
			throw new JsonParseException(e);
		}
	}

	Stream<JsonElement> elements(String name) {
		JsonElement array = member(name);
		if (!array.isJsonArray()) {
			throw new JsonParseException("No array " + name); //$NON-NLS-1$
		}
		return array.getAsJsonArray().asList().stream();
	}

	Stream<String> texts(String name) {
		return elements(name).map(Members::text);
	}

	private static String text(JsonElement element) {
		if (!primitive(element).isString()) {
			throw new JsonParseException("Not a text"); //$NON-NLS-1$
		}
		return element.getAsString();
	}

	private static JsonPrimitive primitive(JsonElement element) {
		if (!element.isJsonPrimitive()) {
			throw new JsonParseException("Neither text nor number"); //$NON-NLS-1$
		}
		return element.getAsJsonPrimitive();
	}

	private JsonElement member(String name) {
		JsonElement element = json.get(name);
		if (element == null) {
			throw new JsonParseException("No member " + name); //$NON-NLS-1$
		}
		return element;
	}

	/** The constant of that name, empty where this version knows none. */
	static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
		return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst();
	}

	static JsonArray array(Stream<? extends JsonElement> elements) {
		JsonArray array = new JsonArray();
		elements.forEach(array::add);
		return array;
	}

	static JsonArray texts(Stream<String> texts) {
		return array(texts.map(JsonPrimitive::new));
	}
}
