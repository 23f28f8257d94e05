package dev.latchkey.registration.graph.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.State;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.Wait;

/** How all checks stand, in their order, told after every change, one change after the other. */
final class CheckBoard {

	private final Map<Subject, Check> checks = new EnumMap<>(Subject.class);
	private final Map<Subject, Long> begun = new EnumMap<>(Subject.class);
	private final Supplier<Optional<String>> organizationName;
	private final Consumer<Verification> progress;
	private final boolean patient;

	/** @param patient whether anything is waited for at all */
	CheckBoard(List<Subject> subjects, Supplier<Optional<String>> organizationName, Consumer<Verification> progress,
			boolean patient) {
		this.organizationName = organizationName;
		this.progress = progress;
		this.patient = patient;
		subjects.forEach(subject -> checks.put(subject,
				new Check(subject, State.WAITING, Duration.ZERO, List.of(), List.of(), Optional.empty(), Optional.empty())));
	}

	synchronized Verification verification() {
		return new Verification(List.copyOf(checks.values()), organizationName.get());
	}

	/** Those that have not come to an end. */
	synchronized List<Subject> open() {
		return checks.values().stream().filter(CheckBoard::isOpen).map(Check::subject).toList();
	}

	private static boolean isOpen(Check check) {
		return check.state() == State.WAITING || check.state() == State.RUNNING || check.state() == State.PROPAGATING;
	}

	/** One that propagates stays so while it is looked at again. */
	synchronized void begin(Subject subject) {
		begun.putIfAbsent(subject, System.nanoTime());
		State state = checks.get(subject).state() == State.PROPAGATING ? State.PROPAGATING : State.RUNNING;
		set(subject, state, checks.get(subject), Optional.empty());
	}

	synchronized void found(Subject subject, Finding finding) {
		State state = switch (finding.verdict()) {
		case PASSED -> State.PASSED;
		case FAILED -> State.FAILED;
		case LEFT_OUT -> State.SKIPPED;
		case MAY_SPREAD -> patient ? State.PROPAGATING : State.FAILED;
		};
		checks.put(subject, new Check(subject, state, since(subject), finding.granted(), finding.missing(),
				Optional.empty(), finding.failure()));
		tell();
	}

	/** @param wait what that one waits for before its next try of a request; empty when it goes on */
	synchronized void waiting(Subject subject, Optional<Wait> wait) {
		set(subject, checks.get(subject).state(), checks.get(subject), wait);
	}

	/** All that propagates waits until then, for its own reason. */
	synchronized void await(Instant until) {
		checks.values().stream().filter(check -> check.state() == State.PROPAGATING).toList()
				.forEach(check -> checks.put(check.subject(), with(check, check.state(),
						check.failure().map(why -> new Wait(why, until)))));
		tell();
	}

	/** Nothing is waited for any longer. */
	synchronized void end() {
		checks.values().stream().filter(CheckBoard::isOpen).toList()
				.forEach(check -> checks.put(check.subject(), with(check,
						check.state() == State.PROPAGATING ? State.FAILED : State.SKIPPED, Optional.empty())));
		tell();
	}

	private void set(Subject subject, State state, Check check, Optional<Wait> waiting) {
		checks.put(subject, with(check, state, waiting));
		tell();
	}

	private Check with(Check check, State state, Optional<Wait> waiting) {
		return new Check(check.subject(), state, since(check.subject()), check.granted(), check.missing(), waiting,
				check.failure());
	}

	private Duration since(Subject subject) {
		Long start = begun.get(subject);
		return start == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start);
	}

	private void tell() {
		progress.accept(verification());
	}
}
