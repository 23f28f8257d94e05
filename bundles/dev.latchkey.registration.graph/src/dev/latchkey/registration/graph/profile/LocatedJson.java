package dev.latchkey.registration.graph.profile;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

import dev.latchkey.registration.graph.profile.Located.Items;
import dev.latchkey.registration.graph.profile.Located.Member;
import dev.latchkey.registration.graph.profile.Located.Members;
import dev.latchkey.registration.graph.profile.Located.Other;
import dev.latchkey.registration.graph.profile.Located.Text;
import dev.latchkey.registration.graph.profile.PositionReader.Position;

/** Reads JSON (RFC 8259, no comments) into values with positions; refuses names that occur twice, and absurd depths. */
final class LocatedJson {

	/** A profile has four; reading recurs. */
	private static final int MAX_DEPTH = 16;

	private final PositionReader text;
	private final JsonReader json;

	private LocatedJson(String content) {
		text = new PositionReader(new StringReader(content));
		json = new JsonReader(text);
	}

	static Located read(String content) throws MalformedException {
		return new LocatedJson(content).whole();
	}

	private Located whole() throws MalformedException {
		try {
			Located value = value(0);
			if (json.peek() != JsonToken.END_DOCUMENT) {
				throw new MalformedException(text.position(), Messages.notJson);
			}
			return value;
		} catch (EOFException e) {
			throw new MalformedException(text.position(), Messages.endsEarly);
		} catch (MalformedJsonException e) {
			throw new MalformedException(text.position(), Messages.notJson);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private Located value(int depth) throws IOException, MalformedException {
		JsonToken token = json.peek();
		Position start = text.position();
		if (depth > MAX_DEPTH) {
			throw new MalformedException(start, Messages.tooDeep);
		}
		return switch (token) {
		case BEGIN_OBJECT -> members(start, depth);
		case BEGIN_ARRAY -> items(start, depth);
		case STRING -> new Text(start, json.nextString());
		default -> other();
		};
	}

	private Located other() throws IOException {
		Position start = text.word();
		json.skipValue();
		return new Other(start);
	}

	private Items items(Position start, int depth) throws IOException, MalformedException {
		List<Located> values = new ArrayList<>();
		json.beginArray();
		while (json.hasNext()) {
			values.add(value(depth + 1));
		}
		json.endArray();
		return new Items(start, values);
	}

	private Members members(Position start, int depth) throws IOException, MalformedException {
		Map<String, Member> values = new LinkedHashMap<>();
		json.beginObject();
		while (json.hasNext()) {
			Position position = text.position();
			String name = json.nextName();
			if (values.put(name, new Member(position, value(depth + 1))) != null) {
				throw new MalformedException(position, NLS.bind(Messages.twice, name));
			}
		}
		json.endObject();
		return new Members(start, values);
	}
}
