package dev.latchkey.registration.graph.entra;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.OperationCanceledException;

import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.NetworkException;

/** Turns what comes out of a sign-in into a {@link Refusal}: the border of MSAL4J. */
final class EntraFaults {

	private final Function<EntraError, Reason> codes;
	private final Function<Reason, List<String>> arguments;

	/**
	 * @param codes     what Microsoft's numbers mean in this sign-in
	 * @param arguments the values for a reason's sentence
	 */
	EntraFaults(Function<EntraError, Reason> codes, Function<Reason, List<String>> arguments) {
		this.codes = codes;
		this.arguments = arguments;
	}

	/** @throws OperationCanceledException when that is what happened */
	Refusal translate(Throwable thrown) {
		for (Throwable t = thrown; t != null; t = t.getCause()) {
			if (t instanceof OperationCanceledException canceled) {
				throw canceled;
			}
			if (t instanceof EntraException e) {
				return refusal(e.error(), e);
			}
			if (t instanceof NetworkException e) {
				return new Refusal(e);
			}
			if (t instanceof MsalClientException e && "code_expired".equals(e.errorCode())) { //$NON-NLS-1$
				return new Refusal(Failure.of(Reason.SIGN_IN_EXPIRED), 0, Optional.empty(), e);
			}
		}
		return unexpected(thrown);
	}

	Refusal refusal(EntraError error, Throwable cause) {
		Reason reason = codes.apply(error);
		Failure failure = new Failure(reason, arguments(reason, error), error.code(), error.correlationId(),
				Instant.now());
		return new Refusal(failure, error.status(), error.retryAfter(), cause);
	}

	private List<String> arguments(Reason reason, EntraError error) {
		return switch (reason) {
		case CLOCK_SKEW -> error.skew().map(skew -> skew.abs().toMinutes()).filter(minutes -> minutes > 0)
				.map(minutes -> List.of(minutes.toString())).orElse(List.of());
		case THROTTLED -> error.retryAfter().map(wait -> List.of(Long.toString(wait.toSeconds()))).orElse(List.of());
		case INTERNAL, UNKNOWN -> List.of(error.code());
		default -> arguments.apply(reason);
		};
	}

	private static Refusal unexpected(Throwable thrown) {
		String code = thrown instanceof MsalException e && e.errorCode() != null ? e.errorCode()
				: thrown.getClass().getSimpleName();
		Failure failure = new Failure(Reason.UNKNOWN, List.of(code), code, "", Instant.now()); //$NON-NLS-1$
		return new Refusal(failure, 0, Optional.empty(), thrown);
	}
}
