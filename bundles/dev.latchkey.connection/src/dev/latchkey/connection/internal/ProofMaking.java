package dev.latchkey.connection.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Drift;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.Verification;

/**
 * What a verification says of a connection.
 *
 * @param verified     as it was verified
 * @param request      what had to hold
 * @param verification what was found
 */
record ProofMaking(Connection verified, RegistrationRequest request, Verification verification) {

	/** What says nothing about the connection, only about the way to Microsoft. */
	private static final Set<Reason> ON_THE_WAY = EnumSet.of(Reason.NETWORK_UNREACHABLE, Reason.TIMED_OUT,
			Reason.TLS_UNTRUSTED, Reason.PROXY_REFUSED, Reason.NOT_JSON, Reason.THROTTLED, Reason.SERVICE_FAULT);

	/** What would have kept it from being tried. */
	private static final Set<Reason> NOT_HERE = EnumSet.of(Reason.CLOUD_MISSING, Reason.PROFILE_MISSING,
			Reason.CERTIFICATE_MISSING);

	private static final Set<Reason> MISSING = EnumSet.of(Reason.PERMISSIONS_MISSING, Reason.DIRECTORY_ROLE_MISSING);

	/**
	 * The connection with what is known now; as it is when something else than it would have been verified.
	 *
	 * @param drifts empty when they could not be looked for
	 */
	Connection apply(Connection current, Optional<List<Drift>> drifts) {
		return isSame(verified, current)
				? current.named(current.nameBeside(verification.organizationName()))
						.with(proof(current.proof()).with(drifts.orElse(current.proof().drifts())))
				: current;
	}

	/** The connection when it could not be tried; as it is when something else than it would have been. */
	static Connection untried(Connection tried, Failure why, Connection current) {
		return isSame(tried, current) ? current.with(failed(current.proof(), List.of(why))) : current;
	}

	/** Whether anything but the way to Microsoft was found out. */
	boolean isReached() {
		return verification.checks().stream().noneMatch(check -> check.failure().isPresent())
				|| verification.checks().stream().anyMatch(check -> check.state() == Verification.State.PASSED
						|| check.failure().map(failure -> !ON_THE_WAY.contains(failure.reason())).orElse(false));
	}

	private static boolean isSame(Connection verified, Connection current) {
		return current.sameApplication(verified) && current.certificate().equals(verified.certificate())
				&& current.services().equals(verified.services()) && current.account().equals(verified.account())
				&& current.profileId().equals(verified.profileId());
	}

	private Proof proof(Proof old) {
		if (verification.proven()) {
			return Proof.of(request, Instant.now());
		}
		List<Failure> failures = verification.checks().stream().filter(check -> check.state() == Verification.State.FAILED)
				.flatMap(check -> check.failure().stream()).toList();
		return failed(old, failures);
	}

	private static Proof failed(Proof old, List<Failure> failures) {
		Optional<Failure> missing = first(failures, failure -> MISSING.contains(failure.reason()));
		if (missing.isPresent()) {
			return old.failed(State.NEEDS_PERMISSION, missing);
		}
		Optional<Failure> refuted = first(failures, failure -> !ON_THE_WAY.contains(failure.reason()));
		return refuted.isPresent() || failures.isEmpty() ? old.failed(State.NOT_VERIFIED, refuted)
				: unreachable(old, failures.get(0));
	}

	/** What was known to be wrong stays known. */
	private static Proof unreachable(Proof old, Failure failure) {
		return switch (old.state()) {
		case CONNECTED, UNREACHABLE -> old.failed(State.UNREACHABLE, Optional.of(failure));
		case NEEDS_PERMISSION, NOT_VERIFIED -> old.failed(old.state(),
				old.failure().filter(known -> !NOT_HERE.contains(known.reason())).or(() -> Optional.of(failure)));
		};
	}

	private static Optional<Failure> first(List<Failure> failures, Predicate<Failure> kind) {
		return failures.stream().filter(kind).findFirst();
	}
}
