package dev.latchkey.connection.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.core.runtime.IProgressMonitor;

import dev.latchkey.connection.AccessToken;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.TokenChallenge;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;

/** The token of one connection for one audience, and those who wait for the next one. */
final class AudienceTokens {

	/** A call that begins now with a token should have it until it ends. */
	private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

	/** After a failure a token that still holds is given for so long before it is tried again. */
	private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

	/** Brings a new token. */
	@FunctionalInterface
	interface Fetch {
		AccessToken token(Optional<String> claims, IProgressMonitor monitor) throws ConnectionException;
	}

	/**
	 * A token that is given to everybody.
	 *
	 * @param claims  with which it was asked for
	 * @param refresh when the next one is fetched
	 */
	private record Kept(AccessToken token, Optional<String> claims, Instant refresh) {

		boolean answers(TokenChallenge challenge) {
			return !isRefused(token, challenge) && (challenge.claims().isEmpty() || challenge.claims().equals(claims));
		}
	}

	private final Fetch fetch;
	private final Clock clock;
	private final Executor threads;
	private final Map<Optional<TokenChallenge>, Flight> flights = new HashMap<>();
	private volatile Kept kept;

	AudienceTokens(Fetch fetch, Clock clock, Executor threads) {
		this.fetch = fetch;
		this.clock = clock;
		this.threads = threads;
	}

	AccessToken token(Optional<TokenChallenge> challenge, IProgressMonitor monitor) throws ConnectionException {
		AccessToken now = good(challenge);
		if (now != null) {
			return now;
		}
		if (challenge.isEmpty()) {
			Optional<AccessToken> answer = answered(monitor);
			if (answer.isPresent()) {
				return answer.get();
			}
		}
		return fetched(challenge, monitor);
	}

	/** What somebody gets who was refused, when it comes; that he is refused it says nothing to who asks for no claims. */
	private Optional<AccessToken> answered(IProgressMonitor monitor) {
		Optional<Flight> flight;
		synchronized (flights) {
			flight = flights.containsKey(Optional.<TokenChallenge>empty()) ? Optional.empty()
					: flights.values().stream().findFirst();
			flight.ifPresent(Flight::join);
		}
		try {
			return flight.isPresent() ? Optional.of(await(flight.get(), monitor)) : Optional.empty();
		} catch (ConnectionException e) {
			return Optional.empty();
		}
	}

	private AccessToken fetched(Optional<TokenChallenge> challenge, IProgressMonitor monitor) throws ConnectionException {
		Flight flight;
		synchronized (flights) {
			AccessToken now = good(challenge);
			if (now != null) {
				return now;
			}
			flight = join(challenge);
		}
		return await(flight, monitor);
	}

	private AccessToken good(Optional<TokenChallenge> challenge) {
		Kept now = kept;
		return now != null && clock.instant().isBefore(now.refresh) && challenge.map(now::answers).orElse(true)
				? now.token
				: null;
	}

	private Flight join(Optional<TokenChallenge> challenge) {
		if (kept != null && challenge.filter(refused -> isRefused(kept.token, refused)).isPresent()) {
			kept = null;
		}
		Flight flight = flights.get(challenge);
		if (flight == null) {
			flight = new Flight();
			Flight begun = flight;
			threads.execute(() -> begun.run(monitor -> fly(begun, challenge, monitor)));
			flights.put(challenge, flight);
		}
		flight.join();
		return flight;
	}

	private AccessToken await(Flight flight, IProgressMonitor monitor) throws ConnectionException {
		try {
			return flight.await(monitor);
		} finally {
			synchronized (flights) {
				if (flight.leave()) {
					flights.values().remove(flight);
				}
			}
		}
	}

	private AccessToken fly(Flight flight, Optional<TokenChallenge> challenge, IProgressMonitor monitor)
			throws ConnectionException {
		Optional<String> claims = challenge.flatMap(TokenChallenge::claims);
		try {
			AccessToken token = fetch.token(claims, monitor);
			if (challenge.filter(refused -> isRefused(token, refused)).isPresent()) {
				throw new ConnectionException(Failure.of(Reason.REQUEST_REFUSED, "401"), null); //$NON-NLS-1$
			}
			keep(new Kept(token, claims, refresh(token)));
			return token;
		} catch (ConnectionException e) {
			return Optional.of(challenge).filter(Optional::isEmpty).flatMap(plain -> still()).orElseThrow(() -> e);
		} finally {
			land(flight);
		}
	}

	private void keep(Kept next) {
		synchronized (flights) {
			kept = next;
		}
	}

	/** What failed may succeed later, and until then nobody is hurt who has a token that holds. */
	private Optional<AccessToken> still() {
		synchronized (flights) {
			Instant next = clock.instant().plus(BETWEEN_TRIES);
			if (kept == null || !next.isBefore(kept.token.expires())) {
				return Optional.empty();
			}
			kept = new Kept(kept.token, kept.claims, next);
			return Optional.of(kept.token);
		}
	}

	private void land(Flight flight) {
		synchronized (flights) {
			flights.values().remove(flight);
		}
	}

	/** Before the end, but of a short life at least nine tenths are used. */
	private Instant refresh(AccessToken token) {
		Instant now = clock.instant();
		Instant early = token.expires().minus(BEFORE_THE_END);
		Instant late = now.plus(Duration.between(now, token.expires()).multipliedBy(9).dividedBy(10));
		return early.isAfter(late) ? early : late;
	}

	private static boolean isRefused(AccessToken token, TokenChallenge challenge) {
		return token.value().equals(challenge.refused().value());
	}
}
