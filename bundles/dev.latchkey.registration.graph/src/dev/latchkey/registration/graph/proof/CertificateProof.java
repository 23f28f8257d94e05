package dev.latchkey.registration.graph.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/**
 * Runs the checks one after the other and keeps account. What is refused right after a change may only not have spread
 * yet: it is tried again, visibly, until the limit, which all checks share.
 */
public final class CertificateProof {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private final Probes probes;
	private final Operation operation;
	private final long patience;
	private final Consumer<Verification> progress;
	private final List<Check> checks = new ArrayList<>();

	/** @param patience how long to wait for propagation, over all; zero when nothing was changed */
	public CertificateProof(Probes probes, Operation operation, Duration patience, Consumer<Verification> progress) {
		this.probes = probes;
		this.operation = operation;
		this.patience = patience.toNanos();
		this.progress = progress;
		probes.subjects().forEach(subject -> checks
				.add(new Check(subject, State.WAITING, Duration.ZERO, List.of(), List.of(), Optional.empty(), Optional.empty())));
	}

	public Verification run() {
		long start = System.nanoTime();
		for (int i = 0; i < checks.size(); i++) {
			if (hopeless()) {
				set(i, State.SKIPPED, Finding.PASSED, Duration.ZERO);
			} else {
				run(i, start);
			}
		}
		return verification();
	}

	/** Without a sign-in, or without a way to Microsoft, the rest would only repeat it. */
	private boolean hopeless() {
		return checks.stream().filter(check -> check.state() == State.FAILED)
				.anyMatch(check -> check.subject() == Subject.GRAPH
						|| check.failure().map(Refusal::isTheWay).orElse(false));
	}

	private void run(int i, long proofStart) {
		long start = System.nanoTime();
		set(i, State.RUNNING, Finding.PASSED, Duration.ZERO);
		Duration pause = FIRST_PAUSE;
		while (true) {
			Finding finding = probes.look(checks.get(i).subject());
			if (finding.passed()) {
				set(i, State.PASSED, finding, since(start));
				return;
			}
			if (!finding.mayPropagate() || System.nanoTime() - proofStart + pause.toNanos() > patience) {
				set(i, State.FAILED, finding, since(start));
				return;
			}
			set(i, State.PROPAGATING, finding, since(start));
			operation.pause(pause);
			pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void set(int i, State state, Finding finding, Duration duration) {
		checks.set(i, new Check(checks.get(i).subject(), state, duration, finding.granted(), finding.missing(),
				Optional.empty(), finding.failure()));
		progress.accept(verification());
	}

	private Verification verification() {
		return new Verification(checks, probes.organizationName());
	}
}
