package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.ItemResult.Outcome;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.AddCertificate;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.PlanItem.DeclarePermissions;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.PlanItem.RevokePermission;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Wait;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/**
 * Carries out a plan's items, side by side as far as they do not depend on each other, and keeps account in the plan's
 * order. What is begun is finished; after a cancellation, and when nothing more can succeed, nothing more is begun.
 */
final class PlanRunner {

	/** Four that write, and one that looks whether what it wrote is seen. */
	private static final int AT_A_TIME = 5;

	/** What ends everything, beside trouble on the way to Microsoft. */
	private static final Set<Reason> OVER = Set.of(Reason.SESSION_ENDED, Reason.JOURNAL_UNUSABLE);

	private final RegistrationPlan plan;
	private final Operation operation;
	private final Consumer<RegistrationResult> progress;
	private final ItemResult[] results;
	private volatile Optional<Refusal> stop = Optional.empty();

	PlanRunner(RegistrationPlan plan, Operation operation, Consumer<RegistrationResult> progress) {
		this.plan = plan;
		this.operation = operation;
		this.progress = progress;
		this.results = plan.items().stream().map(PlanRunner::untouched).toArray(ItemResult[]::new);
	}

	/** Does one item, on any thread; its refusals are the item's failure. */
	@FunctionalInterface
	interface Work {
		/** @param waiting is told what is waited for, and when that is over */
		ItemOutcome perform(PlanItem item, Consumer<Optional<Wait>> waiting) throws Refusal;
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
		ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, task -> {
			Thread thread = new Thread(task, "Latchkey writer"); //$NON-NLS-1$
			thread.setDaemon(true);
			return thread;
		});
		try {
			new Sequence(work, threads).begin().join();
			return result();
		} catch (CompletionException e) {
			throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
		} finally {
			threads.shutdown();
		}
	}

	/** Why nothing more could succeed, if so. */
	Optional<Refusal> stopped() {
		return stop;
	}

	/** What has to come before what. */
	private final class Sequence {

		private final Work work;
		private final ExecutorService threads;

		Sequence(Work work, ExecutorService threads) {
			this.work = work;
			this.threads = threads;
		}

		CompletableFuture<Void> begin() {
			CompletableFuture<Void> now = CompletableFuture.completedFuture(null);
			CompletableFuture<Void> addition = all(AddCertificate.class, now);
			CompletableFuture<Void> principals = all(CreateServicePrincipal.class, now);
			CompletableFuture<Void> grants = all(GrantPermission.class, principals);
			return CompletableFuture.allOf(all(DeclarePermissions.class, principals), grants,
					all(AssignDirectoryRole.class, principals), all(RemoveCertificate.class, addition),
					all(RevokePermission.class, grants));
		}

		private CompletableFuture<Void> all(Class<? extends PlanItem> kind, CompletableFuture<Void> before) {
			return CompletableFuture.allOf(before, CompletableFuture.allOf(IntStream.range(0, results.length)
					.filter(i -> kind.isInstance(plan.items().get(i)) && results[i].outcome() == Outcome.WAITING)
					.mapToObj(i -> before.thenRunAsync(() -> attempt(i, work), threads))
					.toArray(CompletableFuture[]::new)));
		}
	}

	private void attempt(int i, Work work) {
		if (stop.isPresent() || operation.canceled()) {
			set(i, new ItemOutcome(Outcome.NOT_ATTEMPTED, stop.map(Refusal::failure)), Duration.ZERO, Optional.empty());
			return;
		}
		long start = System.nanoTime();
		ItemOutcome running = new ItemOutcome(Outcome.RUNNING, Optional.empty());
		set(i, running, Duration.ZERO, Optional.empty());
		ItemOutcome outcome = outcome(plan.items().get(i), work, wait -> set(i, running, since(start), wait));
		set(i, outcome, since(start), Optional.empty());
	}

	private ItemOutcome outcome(PlanItem item, Work work, Consumer<Optional<Wait>> waiting) {
		try {
			return work.perform(item, waiting);
		} catch (OperationCanceledException e) {
			return new ItemOutcome(Outcome.NOT_ATTEMPTED, Optional.empty());
		} catch (Refusal e) {
			if (e.isTheWay() || OVER.contains(e.reason())) {
				stop = Optional.of(e);
			}
			return new ItemOutcome(Outcome.FAILED, Optional.of(e.failure()));
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** One at a time, so that what is told later is newer. */
	private synchronized void set(int i, ItemOutcome outcome, Duration duration, Optional<Wait> waiting) {
		results[i] = new ItemResult(plan.items().get(i), outcome.outcome(), duration, waiting, outcome.failure());
		progress.accept(result());
	}

	private synchronized RegistrationResult result() {
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
