package dev.latchkey.registration.graph.entra;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.latchkey.registration.graph.net.RetryAfter;
import okhttp3.Headers;

/**
 * An error answer of Microsoft Entra ID's login endpoints. Its words are not kept, only what can be decided by.
 *
 * @param status        HTTP status
 * @param error         the OAuth error, may be empty
 * @param codes         AADSTS numbers, the first being the one that counts; may be empty
 * @param correlationId may be empty
 * @param retryAfter    how long to wait, when that was said
 * @param skew          how much this computer's clock is ahead, as far as the answer tells
 */
public record EntraError(int status, String error, List<Integer> codes, String correlationId,
		Optional<Duration> retryAfter, Optional<Duration> skew) {

	/** Where {@code error_codes} is missing, the number stands at the start of the description only. */
	private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d+)"); //$NON-NLS-1$

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssX"); //$NON-NLS-1$

	static EntraError of(int status, Headers headers, String body) {
		JsonObject json = object(body);
		Optional<Duration> skew = timestamp(json).or(() -> RetryAfter.date(headers.get("Date"))) //$NON-NLS-1$
				.map(server -> Duration.between(server, Instant.now()));
		return new EntraError(status, text(json, "error"), codes(json), text(json, "correlation_id"), //$NON-NLS-1$ //$NON-NLS-2$
				RetryAfter.of(headers.get("Retry-After")), skew); //$NON-NLS-1$
	}

	/** An error that came back through the browser (RFC 6749, section 4.1.2.1). */
	static EntraError redirected(Map<String, String> fields, String correlationId) {
		JsonObject json = new JsonObject();
		fields.forEach(json::addProperty);
		return new EntraError(0, text(json, "error"), codes(json), correlationId, Optional.empty(), Optional.empty()); //$NON-NLS-1$
	}

	/** Something that Microsoft has no error for. */
	static EntraError local(String error, String correlationId) {
		return new EntraError(0, error, List.of(), correlationId, Optional.empty(), Optional.empty());
	}

	private static JsonObject object(String body) {
		try {
			JsonElement element = JsonParser.parseString(body);
			return element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
		} catch (JsonParseException e) {
			return new JsonObject();
		}
	}

	private static List<Integer> codes(JsonObject json) {
		List<Integer> codes = new ArrayList<>();
		if (json.get("error_codes") instanceof JsonArray array) { //$NON-NLS-1$
			array.forEach(code -> codes.add(code.getAsInt()));
		}
		Matcher matcher = NUMBER.matcher(text(json, "error_description")); //$NON-NLS-1$
		if (codes.isEmpty() && matcher.find()) {
			codes.add(Integer.valueOf(matcher.group(1)));
		}
		return List.copyOf(codes);
	}

	/** The time of the sign-in server itself, where the header {@code Date} may be a proxy's. */
	private static Optional<Instant> timestamp(JsonObject json) {
		try {
			return Optional.of(TIMESTAMP.parse(text(json, "timestamp"), Instant::from)); //$NON-NLS-1$
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	private static String text(JsonObject json, String name) {
		JsonElement element = json.get(name);
		return element != null && element.isJsonPrimitive() ? element.getAsString() : ""; //$NON-NLS-1$
	}

	/** The code to show: {@code AADSTS…}, or the OAuth error, or the HTTP status. */
	public String code() {
		if (!codes.isEmpty()) {
			return "AADSTS" + codes.get(0); //$NON-NLS-1$
		}
		return error.isEmpty() ? "HTTP " + status : error; //$NON-NLS-1$
	}

	/** What time it is by Microsoft's clock, or by ours when the answer does not tell. */
	Instant time() {
		return Instant.now().minus(skew.orElse(Duration.ZERO));
	}

	boolean is(String oauthError) {
		return error.equals(oauthError);
	}
}
