package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The documents that the page of the command line promises. */
final class Documents {

	private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```json\n(.*?)^```$");

	private Documents() {
	}

	/** The first example of a section. */
	static JsonObject example(String section) throws IOException {
		Path file = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent).limit(6)
				.map(each -> each.resolve("docs/command-line.md")).filter(Files::exists).findFirst().orElseThrow();
		String text = Files.readString(file);
		String rest = text.substring(text.indexOf("\n## " + section + "\n") + 1);
		String part = rest.substring(0, rest.indexOf("\n## "));
		return JsonParser.parseString(EXAMPLE.matcher(part).results().findFirst().orElseThrow().group(1)).getAsJsonObject();
	}

	/** Fails unless both have the same members of the same kind; what is null or empty in one may be anything in the other. */
	static void assertAlike(JsonElement one, JsonElement other) {
		assertAlike(one, other, "");
	}

	private static void assertAlike(JsonElement one, JsonElement other, String path) {
		if (one.isJsonNull() || other.isJsonNull()) {
			return;
		}
		assertEquals(kind(one), kind(other), path);
		if (one.isJsonObject()) {
			assertEquals(List.copyOf(one.getAsJsonObject().keySet()), List.copyOf(other.getAsJsonObject().keySet()), path);
			one.getAsJsonObject().keySet().forEach(name -> assertAlike(one.getAsJsonObject().get(name),
					other.getAsJsonObject().get(name), path + '/' + name));
		} else if (one.isJsonArray()) {
			one.getAsJsonArray().forEach(each -> other.getAsJsonArray().forEach(there -> assertAlike(each, there, path)));
		}
	}

	private static String kind(JsonElement element) {
		if (element.isJsonPrimitive()) {
			return element.getAsJsonPrimitive().isString() ? "text" : element.getAsJsonPrimitive().isNumber() ? "number" : "boolean";
		}
		return element.isJsonArray() ? "array" : "object";
	}
}
