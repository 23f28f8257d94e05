package dev.latchkey.tenant.internal.entra;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import com.google.gson.JsonObject;

import dev.latchkey.tenant.internal.Json;
import dev.latchkey.tenant.internal.http.Answer;
import dev.latchkey.tenant.internal.http.Refusal;
import dev.latchkey.tenant.internal.http.Request;

/** A refusal of the sign-in server, in its form: an OAuth error with an AADSTS number in the description. */
public final class EntraError extends Refusal {

	private static final long serialVersionUID = 1L;
	private static final Properties CATALOGUE = catalogue();
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
			.withZone(ZoneOffset.UTC);

	private final int code;
	private final int status;
	private final String error;

	private EntraError(int code, int status, String error, String message) {
		super(message);
		this.code = code;
		this.status = status;
		this.error = error;
	}

	/**
	 * @param code
	 *            AADSTS number; one that the catalogue lacks is an invalid grant
	 * @param values
	 *            what the message names
	 */
	public static EntraError of(int code, Object... values) {
		String[] row = CATALOGUE.getProperty(Integer.toString(code), "400 invalid_grant The request was refused.")
				.split(" ", 3);
		return new EntraError(code, Integer.parseInt(row[0]), row[1], MessageFormat.format(row[2], values));
	}

	/** @return polling too fast; the server gives it the number of a pending authorization */
	public static EntraError slowDown() {
		return new EntraError(70016, 400, "slow_down", "The client polls too fast. Poll less often.");
	}

	@Override
	public Answer answer(Request request) {
		return answer(request, Optional.empty());
	}

	/**
	 * @param request
	 *            the refused request
	 * @param otherStatus
	 *            HTTP status instead of the usual one
	 * @return the error as JSON
	 */
	public Answer answer(Request request, Optional<Integer> otherStatus) {
		String trace = UUID.randomUUID().toString();
		JsonObject body = body(request.at(), trace, request.correlationId());
		return EntraAnswer.json(request, otherStatus.orElse(status), body, trace);
	}

	/** @return the OAuth error */
	String error() {
		return error;
	}

	/** @return number and message as pages and descriptions show them */
	public String description() {
		return "AADSTS" + code + ": " + getMessage();
	}

	private JsonObject body(Instant at, String trace, String correlation) {
		String time = TIME.format(at);
		JsonObject body = Json.object("error", error, "error_description",
				description() + " Trace ID: " + trace + " Correlation ID: " + correlation + " Timestamp: " + time,
				"error_codes", Json.array(code), "timestamp", time, "trace_id", trace, "correlation_id", correlation,
				"error_uri", "https://login.microsoftonline.com/error?code=" + code);
		if (code == 53003) {
			body.addProperty("suberror", "message_only");
			body.addProperty("claims",
					"{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"" + correlation + "\"]}}}");
		}
		return body;
	}

	private static Properties catalogue() {
		Properties rows = new Properties();
		try (Reader in = new InputStreamReader(EntraError.class.getResourceAsStream("aadsts.properties"),
				StandardCharsets.UTF_8)) {
			rows.load(in);
			return rows;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
