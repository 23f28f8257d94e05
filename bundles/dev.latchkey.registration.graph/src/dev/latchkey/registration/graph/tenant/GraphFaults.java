package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.OperationCanceledException;

import com.microsoft.kiota.ApiException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.errors.ErrorCatalogue;
import dev.latchkey.registration.graph.errors.Side;
import dev.latchkey.registration.graph.net.NetworkException;
import dev.latchkey.registration.graph.net.RetryAfter;

/** Turns what comes out of a Graph call into a {@link Refusal}: the border of the Graph SDK. */
final class GraphFaults {

	private final String correlationId;

	GraphFaults(String correlationId) {
		this.correlationId = correlationId;
	}

	/** @throws OperationCanceledException when that is what happened */
	Refusal translate(RuntimeException thrown) {
		for (Throwable t = thrown; t != null; t = t.getCause()) {
			if (t instanceof OperationCanceledException canceled) {
				throw canceled;
			}
			if (t instanceof NetworkException e) {
				return new Refusal(e);
			}
			if (t instanceof Refused e) {
				return e.refusal();
			}
			if (t instanceof ApiException e) {
				return refusal(e);
			}
		}
		String code = thrown.getClass().getSimpleName();
		return new Refusal(new Failure(Reason.UNKNOWN, List.of(code), code, correlationId, Instant.now()), 0,
				Optional.empty(), thrown);
	}

	private Refusal refusal(ApiException e) {
		int status = e.getResponseStatusCode();
		String code = e instanceof GraphFault fault && !fault.code().isEmpty() ? fault.code() : "HTTP " + status; //$NON-NLS-1$
		String id = e instanceof GraphFault fault && !fault.requestId().isEmpty() ? fault.requestId() : correlationId;
		Optional<Duration> wait = Optional.ofNullable(e.getResponseHeaders())
				.map(headers -> headers.get("Retry-After")).flatMap(values -> values.stream().findFirst()) //$NON-NLS-1$
				.flatMap(RetryAfter::of);
		Reason reason = ErrorCatalogue.reason(Side.GRAPH, List.of(code), status);
		Failure failure = new Failure(reason, arguments(reason, code, wait), code, id, Instant.now());
		return new Refusal(failure, status, wait, e);
	}

	private static List<String> arguments(Reason reason, String code, Optional<Duration> wait) {
		return switch (reason) {
		case THROTTLED -> wait.map(time -> List.of(Long.toString(time.toSeconds()))).orElse(List.of());
		case REQUEST_REFUSED, UNKNOWN -> List.of(code);
		default -> List.of();
		};
	}

	/** Carries a refusal through the SDK, which lets unchecked exceptions pass only. */
	static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1;

		private final transient Refusal refusal;

		Refused(Refusal refusal) {
			super(refusal);
			this.refusal = refusal;
		}

		Refusal refusal() {
			return refusal;
		}
	}
}
