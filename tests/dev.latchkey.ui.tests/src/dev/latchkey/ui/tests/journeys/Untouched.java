package dev.latchkey.ui.tests.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Compares a directory with what it was before: things may be added to it, and nothing else may change. */
final class Untouched {

	private static final String[] IDENTITIES = { "id", "keyId", "resourceAppId" };

	private Untouched() {
	}

	/** @throws AssertionError if something of {@code before} is missing or different in {@code after} */
	static void assertOnlyAdded(String before, String after) {
		compare("directory", JsonParser.parseString(before), JsonParser.parseString(after));
	}

	private static void compare(String place, JsonElement before, JsonElement after) {
		if (before.isJsonObject() && after.isJsonObject()) {
			compareObjects(place, before.getAsJsonObject(), after.getAsJsonObject());
		} else if (before.isJsonArray() && after.isJsonArray()) {
			compareArrays(place, before.getAsJsonArray(), after.getAsJsonArray());
		} else {
			assertEquals(before, after, place);
		}
	}

	private static void compareObjects(String place, JsonObject before, JsonObject after) {
		for (Map.Entry<String, JsonElement> member : before.entrySet()) {
			String name = place + "." + member.getKey();
			assertTrue(after.has(member.getKey()), () -> name + " is gone");
			compare(name, member.getValue(), after.get(member.getKey()));
		}
	}

	private static void compareArrays(String place, JsonArray before, JsonArray after) {
		for (JsonElement element : before) {
			JsonElement same = find(element, after);
			assertTrue(same != null, () -> place + " has lost " + element);
			compare(place, element, same);
		}
	}

	private static JsonElement find(JsonElement wanted, JsonArray candidates) {
		for (JsonElement candidate : candidates) {
			if (candidate.equals(wanted) || sameIdentity(wanted, candidate)) {
				return candidate;
			}
		}
		return null;
	}

	private static boolean sameIdentity(JsonElement one, JsonElement other) {
		if (!one.isJsonObject() || !other.isJsonObject()) {
			return false;
		}
		for (String name : IDENTITIES) {
			JsonElement identity = one.getAsJsonObject().get(name);
			if (identity != null) {
				return identity.equals(other.getAsJsonObject().get(name));
			}
		}
		return false;
	}
}
