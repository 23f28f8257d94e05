package dev.latchkey.connection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Finds claims challenges in headers. A service may send anything: what does not follow the rules counts as nothing. */
final class ClaimsChallenge {

	/** More than any claims challenge is long, and less than hurts whoever reads it next. */
	private static final int LONGEST = 8192;

	private ClaimsChallenge() {
	}

	/** What each claims challenge of a header asks for, as JSON. */
	static Stream<String> claims(String header) {
		if (header.length() > LONGEST) {
			return Stream.empty();
		}
		try {
			return new ChallengeReader(header).read().stream().filter(ClaimsChallenge::asksForClaims)
					.flatMap(challenge -> decode(challenge.get("claims")).stream()); //$NON-NLS-1$
		} catch (ChallengeReader.MalformedException e) {
			return Stream.empty();
		}
	}

	private static boolean asksForClaims(Map<String, String> challenge) {
		return "insufficient_claims".equals(challenge.get("error")) && challenge.containsKey("claims"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	/** Base64 of either alphabet, with or without its end. */
	private static Optional<String> decode(String claims) {
		String plain = claims.replace('-', '+').replace('_', '/').replaceFirst("={1,2}$", ""); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			byte[] bytes = Base64.getDecoder().decode(plain);
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
					.filter(ClaimsChallenge::isObject);
		} catch (IllegalArgumentException | IOException e) {
			return Optional.empty();
		}
	}

	private static boolean isObject(String json) {
		try (JsonReader reader = new JsonReader(new StringReader(json))) {
			JsonElement read = new Gson().getAdapter(JsonElement.class).read(reader);
			return read.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT;
		} catch (IOException | JsonParseException e) {
			return false;
		}
	}
}
