package dev.latchkey.tenant.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** How this bundle reads and writes JSON. */
public final class Json {

	private static final Gson COMPACT = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
	private static final Gson PRETTY = new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting()
			.create();

	private Json() {
	}

	public static String write(JsonElement json) {
		return COMPACT.toJson(json);
	}

	public static String pretty(JsonElement json) {
		return PRETTY.toJson(json);
	}

	/** @return the same with all names sorted */
	public static JsonElement canonical(JsonElement json) {
		if (json.isJsonArray()) {
			JsonArray array = new JsonArray();
			json.getAsJsonArray().forEach(e -> array.add(canonical(e)));
			return array;
		}
		if (!json.isJsonObject()) {
			return json;
		}
		TreeMap<String, JsonElement> sorted = new TreeMap<>();
		json.getAsJsonObject().entrySet().forEach(e -> sorted.put(e.getKey(), canonical(e.getValue())));
		JsonObject object = new JsonObject();
		sorted.forEach(object::add);
		return object;
	}

	/** @return the object in that text; empty if it is something else */
	public static Optional<JsonObject> parse(String text) {
		try {
			JsonElement json = JsonParser.parseString(text);
			return json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty();
		} catch (JsonParseException e) {
			return Optional.empty();
		}
	}

	/** @return the object in that resource beside a class */
	public static JsonObject resource(Class<?> beside, String name) {
		try (InputStream in = beside.getResourceAsStream(name);
				Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(reader).getAsJsonObject();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return an object of alternating names and values */
	public static JsonObject object(Object... namesAndValues) {
		JsonObject object = new JsonObject();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
		}
		return object;
	}

	public static JsonArray array(Object... values) {
		JsonArray array = new JsonArray();
		Stream.of(values).forEach(v -> array.add(element(v)));
		return array;
	}

	public static JsonArray array(Iterable<?> values) {
		JsonArray array = new JsonArray();
		values.forEach(v -> array.add(element(v)));
		return array;
	}

	/** @return that string, or empty if it is absent, null or something else */
	public static Optional<String> string(JsonObject object, String name) {
		JsonElement value = object.get(name);
		boolean string = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
		return string ? Optional.of(value.getAsString()) : Optional.empty();
	}

	/** @return that string, or an empty one */
	public static String text(JsonObject object, String name) {
		return string(object, name).orElse("");
	}

	/** @return the objects in that array; none if it is absent */
	public static Stream<JsonObject> objects(JsonObject object, String name) {
		return elements(object, name).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
	}

	/** @return the strings in that array; none if it is absent */
	public static Stream<String> strings(JsonObject object, String name) {
		return elements(object, name).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
	}

	/** @return that object, or an empty one */
	public static JsonObject child(JsonObject object, String name) {
		JsonElement value = object.get(name);
		return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
	}

	/** Changes an object as RFC 7386 says: null removes, objects merge, everything else replaces. */
	public static JsonObject merge(JsonObject target, JsonObject patch) {
		JsonObject merged = target.deepCopy();
		patch.entrySet().forEach(e -> {
			if (e.getValue().isJsonNull()) {
				merged.remove(e.getKey());
			} else if (e.getValue().isJsonObject()) {
				merged.add(e.getKey(), merge(child(merged, e.getKey()), e.getValue().getAsJsonObject()));
			} else {
				merged.add(e.getKey(), e.getValue().deepCopy());
			}
		});
		return merged;
	}

	private static Stream<JsonElement> elements(JsonObject object, String name) {
		JsonElement value = object.get(name);
		return value != null && value.isJsonArray() ? StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
				: Stream.empty();
	}

	private static JsonElement element(Object value) {
		if (value == null) {
			return JsonNull.INSTANCE;
		}
		if (value instanceof JsonElement json) {
			return json;
		}
		if (value instanceof Number number) {
			return new JsonPrimitive(number);
		}
		return value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive(value.toString());
	}
}
