package dev.latchkey.registration.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.net.NetworkException;

/** Something remote said no, or said nothing: inside this bundle; users of the service meet its {@link #failure()}. */
public final class Refusal extends Exception {

	private static final long serialVersionUID = 1;

	/** Statuses that pass by themselves: throttling and the faults of gateways and servers. */
	private static final Set<Integer> TRANSIENT = Set.of(429, 500, 502, 503, 504);

	private static final Set<Reason> THE_WAY = Set.of(Reason.NETWORK_UNREACHABLE, Reason.TIMED_OUT,
			Reason.TLS_UNTRUSTED, Reason.PROXY_REFUSED, Reason.NOT_JSON);

	private final transient Failure failure;
	private final int status;
	private final transient Optional<Duration> retryAfter;

	/** @param status HTTP status, 0 without one */
	public Refusal(Failure failure, int status, Optional<Duration> retryAfter, Throwable cause) {
		super(failure.reason() + " " + failure.code() + " " + failure.correlationId(), cause); //$NON-NLS-1$ //$NON-NLS-2$
		this.failure = failure;
		this.status = status;
		this.retryAfter = retryAfter;
	}

	public Refusal(NetworkException e) {
		this(e.failure(), e.status(), e.retryAfter(), e);
	}

	/** The same with another failure. */
	public Refusal as(Failure other) {
		return new Refusal(other, status, retryAfter, this);
	}

	public Failure failure() {
		return failure;
	}

	public Reason reason() {
		return failure.reason();
	}

	public int status() {
		return status;
	}

	/** How long to wait, when that was said. */
	public Optional<Duration> retryAfter() {
		return retryAfter;
	}

	/** Whether the same may succeed a little later. */
	public boolean isTransient() {
		return TRANSIENT.contains(status);
	}

	/** Whether it is certain that what was asked for was not done: after a broken connection or gateway nobody knows. */
	public boolean saysNotDone() {
		return status >= 400 && status < 500 && !isTheWay();
	}

	/** Whether nothing else will succeed either until somebody repairs the way to Microsoft. */
	public boolean isTheWay() {
		return isTheWay(failure);
	}

	/** As {@link #isTheWay()}. */
	public static boolean isTheWay(Failure failure) {
		return THE_WAY.contains(failure.reason());
	}
}
