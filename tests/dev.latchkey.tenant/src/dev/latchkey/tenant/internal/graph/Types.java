package dev.latchkey.tenant.internal.graph;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Which properties the types of Microsoft Graph have. */
final class Types {

	private final Map<String, Map<String, String>> properties = new LinkedHashMap<>();

	Types() {
		Properties rows = new Properties();
		try (Reader in = new InputStreamReader(Types.class.getResourceAsStream("types.properties"),
				StandardCharsets.UTF_8)) {
			rows.load(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		rows.forEach((type, row) -> properties.put((String) type, row((String) row)));
	}

	/** @return types of that type's properties by name; {@code *} marks a collection */
	Map<String, String> of(String type) {
		return properties.getOrDefault(type, Map.of());
	}

	/**
	 * @throws GraphError
	 *             if a body has a property that its type lacks, or a value of another shape
	 */
	void check(String type, JsonObject body) {
		body.entrySet().forEach(e -> check(type, e.getKey(), e.getValue()));
	}

	private void check(String type, String name, JsonElement value) {
		if (name.startsWith("@") || name.contains("@odata.")) {
			return;
		}
		String declared = of(type).get(name);
		if (declared == null) {
			throw GraphError.badRequest("Invalid property '" + name + "'.");
		}
		if (value.isJsonNull()) {
			return;
		}
		boolean collection = declared.endsWith("*");
		if (collection != value.isJsonArray()) {
			throw mismatch(name);
		}
		String item = collection ? declared.substring(0, declared.length() - 1) : declared;
		if (collection) {
			value.getAsJsonArray().forEach(v -> checkValue(item, name, v));
		} else {
			checkValue(item, name, value);
		}
	}

	private void checkValue(String type, String name, JsonElement value) {
		boolean complex = properties.containsKey(type);
		if (complex != value.isJsonObject() || value.isJsonArray()) {
			throw mismatch(name);
		}
		if (complex) {
			check(type, value.getAsJsonObject());
			return;
		}
		boolean fits = switch (type) {
		case "Boolean" -> value.getAsJsonPrimitive().isBoolean();
		case "Int32" -> value.getAsJsonPrimitive().isNumber();
		case "Guid" -> value.getAsString().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
		default -> value.getAsJsonPrimitive().isString();
		};
		if (!fits) {
			throw mismatch(name);
		}
	}

	private static GraphError mismatch(String name) {
		return GraphError.badRequest("Property " + name + " in payload has a value that does not match schema.");
	}

	private static Map<String, String> row(String text) {
		Map<String, String> row = new LinkedHashMap<>();
		for (String pair : text.trim().split("\\s+")) {
			int colon = pair.indexOf(':');
			if (colon > 0) {
				row.put(pair.substring(0, colon), pair.substring(colon + 1));
			}
		}
		return row;
	}
}
