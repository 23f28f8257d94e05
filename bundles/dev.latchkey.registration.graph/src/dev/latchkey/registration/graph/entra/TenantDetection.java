package dev.latchkey.registration.graph.entra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;

/**
 * Finds which of several clouds knows a domain: the likeliest one alone first, so that the domain is told to as few as
 * possible, then the others at the same time. That a cloud can't be reached does not stop the search, but then nobody says
 * that there is no such tenant.
 */
public final class TenantDetection {

	private final List<Cloud> clouds;
	private final String domain;
	private final Question question;
	private final Executor executor;
	private final List<Refusal> refusals = new ArrayList<>();

	/** Asks one cloud for the tenant; the answer may name another cloud as its home. */
	@FunctionalInterface
	public interface Question {
		Tenant ask(Cloud cloud) throws Refusal;
	}

	/** What a cloud said. */
	private record Answer(Cloud asked, Tenant tenant) {
	}

	/** @param executor asks the clouds */
	public TenantDetection(List<Cloud> clouds, String domain, Question question, Executor executor) {
		this.clouds = List.copyOf(clouds);
		this.domain = domain;
		this.question = question;
		this.executor = executor;
	}

	/** @throws OperationCanceledException soon after the monitor is cancelled */
	public Tenant detect(IProgressMonitor monitor) throws Refusal {
		List<Cloud> doors = new ArrayList<>(doors());
		Optional<Answer> found = first(doors.subList(0, 1), monitor);
		if (found.isEmpty()) {
			found = first(doors.subList(1, doors.size()), monitor);
		}
		return atHome(found.orElseThrow(this::nowhere));
	}

	/** One cloud for each login endpoint: those that share one have the same answer. */
	private Collection<Cloud> doors() {
		Map<Object, Cloud> doors = new LinkedHashMap<>();
		clouds.forEach(cloud -> doors.putIfAbsent(cloud.authority(), cloud));
		return doors.values();
	}

	private Optional<Answer> first(List<Cloud> asked, IProgressMonitor monitor) {
		CompletionService<Answer> answers = new ExecutorCompletionService<>(executor);
		asked.forEach(cloud -> answers.submit(() -> new Answer(cloud, question.ask(cloud))));
		for (int i = 0; i < asked.size(); i++) {
			Optional<Answer> found = answer(next(answers, monitor));
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private static Future<Answer> next(CompletionService<Answer> answers, IProgressMonitor monitor) {
		try {
			Future<Answer> answer = null;
			while (answer == null) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				answer = answers.poll(Awaiting.LOOK_MILLIS, TimeUnit.MILLISECONDS);
			}
			return answer;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		}
	}

	private Optional<Answer> answer(Future<Answer> answered) {
		try {
			return Optional.of(answered.get());
		} catch (ExecutionException e) {
			if (e.getCause() instanceof Refusal refusal) {
				refusals.add(refusal);
				return Optional.empty();
			}
			if (e.getCause() instanceof RuntimeException unchecked) {
				throw unchecked;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		}
	}

	/** Another cloud's word for it is not enough: the home must be one that may be asked, and must know the tenant itself. */
	private Tenant atHome(Answer answer) throws Refusal {
		Tenant found = answer.tenant();
		Cloud home = clouds.stream().filter(found.cloud()::equals).findFirst()
				.orElseThrow(() -> elsewhere(answer.asked(), found.cloud()));
		if (home.authority().equals(answer.asked().authority())) {
			return found;
		}
		Tenant there = question.ask(home);
		if (!there.cloud().equals(home)) {
			throw elsewhere(home, there.cloud());
		}
		return there;
	}

	private Refusal elsewhere(Cloud asked, Cloud home) {
		return refusal(Reason.WRONG_CLOUD, domain, asked.name(), home.name());
	}

	private Refusal nowhere() {
		Optional<Refusal> other = refusals.stream().filter(refusal -> refusal.reason() != Reason.TENANT_NOT_FOUND
				&& refusal.reason() != Reason.WRONG_CLOUD).findFirst();
		Optional<Refusal> wrong = refusals.stream().filter(refusal -> refusal.reason() == Reason.WRONG_CLOUD).findFirst();
		if (other.isPresent() || wrong.isPresent() || clouds.size() == 1) {
			return other.or(() -> wrong).orElse(refusals.get(0));
		}
		return refusal(Reason.TENANT_NOT_FOUND, domain);
	}

	private static Refusal refusal(Reason reason, String... arguments) {
		return new Refusal(Failure.of(reason, arguments), 0, Optional.empty(), null);
	}
}
