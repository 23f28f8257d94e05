package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/** Carries out a plan item by item, and keeps account. */
final class PlanRunner {

	private final RegistrationPlan plan;
	private final Operation operation;
	private final Consumer<RegistrationResult> progress;
	private final ItemResult[] results;

	PlanRunner(RegistrationPlan plan, Operation operation, Consumer<RegistrationResult> progress) {
		this.plan = plan;
		this.operation = operation;
		this.progress = progress;
		this.results = plan.items().stream().map(PlanRunner::untouched).toArray(ItemResult[]::new);
	}

	/** Does one item; its refusals are the item's failure. */
	@FunctionalInterface
	interface Work {
		ItemOutcome perform(PlanItem item) throws Refusal;
	}

	private static ItemResult untouched(PlanItem item) {
		Outcome outcome = switch (item.state()) {
		case DONE -> Outcome.ALREADY_DONE;
		case TO_DO -> Outcome.WAITING;
		case OFFERED, NOT_ALLOWED, NOT_POSSIBLE -> Outcome.NOT_ATTEMPTED;
		};
		return new ItemResult(item, outcome, Duration.ZERO, Optional.empty(), item.obstacle());
	}

	RegistrationResult run(Work work) {
		Optional<Failure> stop = Optional.empty();
		for (int i = 0; i < results.length; i++) {
			if (results[i].outcome() == Outcome.WAITING) {
				if (stop.isPresent() || operation.canceled()) {
					set(i, new ItemOutcome(Outcome.NOT_ATTEMPTED, stop), Duration.ZERO);
				} else {
					stop = run(i, work);
				}
			}
		}
		return result();
	}

	/** @return why nothing more can be done, if so */
	private Optional<Failure> run(int i, Work work) {
		long start = System.nanoTime();
		set(i, new ItemOutcome(Outcome.RUNNING, Optional.empty()), Duration.ZERO);
		try {
			set(i, work.perform(plan.items().get(i)), since(start));
			return Optional.empty();
		} catch (OperationCanceledException e) {
			set(i, new ItemOutcome(Outcome.NOT_ATTEMPTED, Optional.empty()), since(start));
			return Optional.empty();
		} catch (Refusal e) {
			set(i, new ItemOutcome(Outcome.FAILED, Optional.of(e.failure())), since(start));
			boolean over = e.isTheWay() || e.reason() == Reason.SESSION_ENDED || e.reason() == Reason.JOURNAL_UNUSABLE;
			return over ? Optional.of(e.failure()) : Optional.empty();
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void set(int i, ItemOutcome outcome, Duration duration) {
		results[i] = new ItemResult(plan.items().get(i), outcome.outcome(), duration, Optional.empty(), outcome.failure());
		progress.accept(result());
	}

	private RegistrationResult result() {
		return new RegistrationResult(List.copyOf(Arrays.asList(results)), Optional.empty());
	}

	/** What became of one item. */
	record ItemOutcome(Outcome outcome, Optional<Failure> failure) {

		static final ItemOutcome DONE = new ItemOutcome(Outcome.DONE, Optional.empty());
		static final ItemOutcome ALREADY = new ItemOutcome(Outcome.ALREADY_DONE, Optional.empty());

		static ItemOutcome without(Reason reason, String... arguments) {
			return new ItemOutcome(Outcome.NOT_ATTEMPTED, Optional.of(Failure.of(reason, arguments)));
		}
	}
}
