package dev.latchkey.registration.graph.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

class DeclarationTest {

	private static JsonArray array(String text) {
		return JsonParser.parseString(text.replace('\'', '"')).getAsJsonArray();
	}

	@Test
	void isExtendedAndNeverReplaced() {
		JsonArray before = array("[{'resourceAppId':'G','resourceAccess':[{'id':'1','type':'Scope'}],'later':7},"
				+ "{'resourceAppId':'X','resourceAccess':[]}]");
		assertEquals(array("[{'resourceAppId':'G','resourceAccess':[{'id':'1','type':'Scope'},{'id':'2','type':'Role'}],"
				+ "'later':7},{'resourceAppId':'X','resourceAccess':[]}]"),
				Declaration.extended(before, Map.of("g", List.of("2"))));
		assertEquals(1, before.get(0).getAsJsonObject().getAsJsonArray("resourceAccess").size());
	}

	@Test
	void aNewResourceComesLast() {
		assertEquals(array("[{'resourceAppId':'S','resourceAccess':[{'id':'3','type':'Role'}]}]"),
				Declaration.extended(new JsonArray(), Map.of("S", List.of("3"))));
	}
}
