package dev.latchkey.registration.graph.proof;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.errors.ErrorCatalogue;
import dev.latchkey.registration.graph.errors.Side;
import dev.latchkey.registration.graph.net.Answers;
import dev.latchkey.registration.graph.net.NetworkException;
import dev.latchkey.registration.graph.net.RetryAfter;
import okhttp3.Request;
import okhttp3.Response;

/** Calls a service that none of the vendor's libraries speaks to. */
final class ServiceHttp {

	private final Tries tries;
	private final Side side;
	private final String service;

	/** @param service its name for people */
	ServiceHttp(Tries tries, Side side, String service) {
		this.tries = tries;
		this.side = side;
		this.service = service;
	}

	/**
	 * An answer, whatever its status.
	 *
	 * @param diagnostics number at the start of the header {@code x-ms-diagnostics}, empty without one
	 */
	record Answer(int status, String diagnostics, Optional<Duration> retryAfter, String text) {

		boolean successful() {
			return status >= 200 && status < 300;
		}
	}

	Answer send(Request.Builder request, String token) throws Refusal {
		Request authorized = request.header("Authorization", "Bearer " + token).build(); //$NON-NLS-1$ //$NON-NLS-2$
		try (Response response = tries.calls().newCall(authorized).execute()) {
			String diagnostics = response.header("x-ms-diagnostics", ""); //$NON-NLS-1$ //$NON-NLS-2$
			return new Answer(response.code(), diagnostics.replaceFirst("(?s)\\D.*", ""), //$NON-NLS-1$ //$NON-NLS-2$
					RetryAfter.of(response.header("Retry-After")), Answers.text(response)); //$NON-NLS-1$
		} catch (NetworkException e) {
			throw new Refusal(e);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** What the first code that is known means, or else the status; what is not known is a refusal. */
	Reason reason(Answer answer, String... codes) {
		Reason reason = ErrorCatalogue.reason(side, List.of(codes), answer.status());
		return reason == Reason.UNKNOWN ? Reason.SERVICE_REFUSED : reason;
	}

	/** For an answer that says no more than its status. */
	Refusal refusal(Answer answer) {
		Reason reason = reason(answer);
		String[] seconds = answer.retryAfter().map(wait -> Long.toString(wait.toSeconds())).stream().toArray(String[]::new);
		return refusal(answer, reason, "", reason == Reason.THROTTLED ? seconds : new String[] { service }); //$NON-NLS-1$
	}

	/** @param code the service's own, empty for the status */
	Refusal refusal(Answer answer, Reason reason, String code, String... arguments) {
		Failure failure = new Failure(reason, List.of(arguments), code.isEmpty() ? "HTTP " + answer.status() : code, //$NON-NLS-1$
				tries.correlationId(), Instant.now());
		return new Refusal(failure, code.isEmpty() ? answer.status() : 0,
				answer.retryAfter(), null);
	}
}
