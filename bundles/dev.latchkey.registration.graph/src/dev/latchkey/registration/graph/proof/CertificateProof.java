package dev.latchkey.registration.graph.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.graph.Parallel;
import dev.latchkey.registration.graph.Parallel.Pending;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/**
 * Runs the checks: signs in first, because without that the others would only repeat its refusal, and then all of them side
 * by side. What is refused right after a change may only not have spread yet: all that is so is waited for together,
 * visibly, and looked at again, until the limit.
 */
public final class CertificateProof {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private final Probes probes;
	private final Operation operation;
	private final Parallel parallel;
	private final Duration patience;
	private final CheckBoard board;

	/** @param patience how long to wait for propagation, over all; zero when nothing was changed */
	public CertificateProof(Probes probes, Operation operation, Parallel parallel, Duration patience,
			Consumer<Verification> progress) {
		this.probes = probes;
		this.operation = operation;
		this.parallel = parallel;
		this.patience = patience;
		this.board = new CheckBoard(probes.subjects(), probes::organizationName, progress, !patience.isZero());
	}

	public Verification run() throws Refusal {
		long start = System.nanoTime();
		Duration pause = FIRST_PAUSE;
		while (look() && start + patience.toNanos() - System.nanoTime() > pause.toNanos()) {
			board.await(Instant.now().plus(pause));
			operation.pause(pause);
			pause = longer(pause);
			probes.renew();
		}
		board.end();
		return board.verification();
	}

	private static Duration longer(Duration pause) {
		Duration longer = pause.multipliedBy(3).dividedBy(2);
		return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
	}

	/** Looks at everything that is open, and says whether it makes sense to look again. */
	private boolean look() throws Refusal {
		if (board.open().contains(Subject.GRAPH)) {
			board.begin(Subject.GRAPH);
			Finding signedIn = probes.signIn(wait -> board.waiting(Subject.GRAPH, wait));
			if (!signedIn.passed()) {
				board.found(Subject.GRAPH, signedIn);
				return board.open().contains(Subject.GRAPH);
			}
		}
		awaitAll(board.open().stream().map(this::begin).toList());
		return !board.open().isEmpty();
	}

	/** To the last one even when cancelled: nothing is told after that. */
	private static void awaitAll(List<Pending<Void>> looks) throws Refusal {
		Optional<RuntimeException> thrown = Optional.empty();
		for (Pending<Void> look : looks) {
			try {
				look.await();
			} catch (RuntimeException e) {
				thrown = thrown.or(() -> Optional.of(e));
			}
		}
		if (thrown.isPresent()) {
			throw thrown.get();
		}
	}

	private Pending<Void> begin(Subject subject) {
		board.begin(subject);
		return parallel.begin(() -> {
			board.found(subject, probes.look(subject, wait -> board.waiting(subject, wait)));
			return null;
		});
	}
}
