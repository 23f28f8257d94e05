package dev.latchkey.ui.internal.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Verification;
import dev.latchkey.registration.Verification.Check;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.Wait;
import dev.latchkey.ui.internal.connect.ConnectProgress.Phase;

/** Makes the lines of what is done to connect. */
final class ActionRows {

	/** Identifies the row of what is written. */
	static final String CONFIGURE = "configure"; //$NON-NLS-1$

	private final boolean configures;
	private final List<Subject> subjects;

	/**
	 * @param configures whether the application is configured first
	 * @param subjects   what is checked
	 */
	ActionRows(boolean configures, List<Subject> subjects) {
		this.configures = configures;
		this.subjects = subjects;
	}

	List<ActionRow> of(ConnectProgress progress) {
		List<ActionRow> rows = new ArrayList<>();
		if (configures) {
			rows.add(configuration(progress));
		}
		List<Check> checks = progress.verification().map(Verification::checks).orElse(List.of());
		for (Subject subject : subjects) {
			rows.add(checks.stream().filter(check -> check.subject() == subject).findFirst().map(ActionRows::of)
					.orElseGet(() -> notBegun(subject, progress)));
		}
		return rows;
	}

	private static ActionRow configuration(ConnectProgress progress) {
		List<ItemResult> items = progress.result().map(RegistrationResult::items).orElse(List.of()).stream()
				.filter(item -> item.item().state() != PlanItem.State.OFFERED).toList();
		Duration duration = items.stream().map(ItemResult::duration).reduce(Duration.ZERO, Duration::plus);
		List<String> details = new ArrayList<>();
		if (progress.verification().isEmpty()) {
			progress.failure().ifPresent(failure -> details.addAll(details(failure)));
		}
		List<ActionRow> parts = items.stream().map(ActionRows::of).toList();
		Optional<Instant> until = parts.stream().flatMap(part -> part.until().stream()).min(Comparator.naturalOrder());
		return new ActionRow(CONFIGURE, Messages.ActionRows_configure, configurationStanding(progress, items),
				duration, until, details, parts);
	}

	private static Standing configurationStanding(ConnectProgress progress, List<ItemResult> items) {
		if (progress.phase() == Phase.WRITING) {
			return Standing.RUNNING;
		}
		if (progress.result().isEmpty()) {
			return progress.phase() == Phase.IDLE ? Standing.WAITING
					: progress.phase() == Phase.FAILED ? Standing.FAILED : Standing.SKIPPED;
		}
		if (progress.result().get().complete()) {
			return progress.changedAnything() ? Standing.DONE : Standing.ALREADY_DONE;
		}
		boolean some = items.stream().anyMatch(item -> Standing.of(item.outcome()).mark() == Standing.DONE.mark());
		return some ? Standing.PARTLY_DONE : Standing.FAILED;
	}

	private static ActionRow of(ItemResult result) {
		List<String> details = waiting(result.waiting());
		result.failure().or(() -> result.item().obstacle()).ifPresent(failure -> details.addAll(details(failure)));
		return new ActionRow(result.item().id(), result.item().title(), Standing.of(result),
				result.duration(), result.waiting().map(Wait::until), details, List.of());
	}

	/** Why is waited, in sentences. */
	static List<String> waiting(Optional<Wait> waiting) {
		List<String> details = new ArrayList<>();
		waiting.ifPresent(wait -> {
			details.add(Messages.ActionRows_waiting);
			details.addAll(details(wait.why()));
		});
		return details;
	}

	private static ActionRow of(Check check) {
		List<String> details = waiting(check.waiting());
		check.failure().ifPresent(failure -> details.addAll(details(failure)));
		if (!check.granted().isEmpty()) {
			details.add(NLS.bind(Messages.ActionRows_granted, String.join(", ", check.granted()))); //$NON-NLS-1$
		}
		if (!check.missing().isEmpty()) {
			details.add(NLS.bind(Messages.ActionRows_missing, String.join(", ", check.missing()))); //$NON-NLS-1$
		}
		return new ActionRow(check.subject().name(), check.subject().title(), Standing.of(check.state()), check.duration(),
				check.waiting().map(Wait::until), details, permissions(check));
	}

	private static List<ActionRow> permissions(Check check) {
		List<ActionRow> rows = new ArrayList<>();
		check.granted().forEach(value -> rows.add(permission(check, value, Standing.DONE)));
		check.missing().forEach(value -> rows.add(permission(check, value, missing(check))));
		return rows;
	}

	private static Standing missing(Check check) {
		return check.state() == Verification.State.FAILED ? Standing.FAILED : Standing.of(check.state());
	}

	private static ActionRow permission(Check check, String value, Standing standing) {
		return new ActionRow(check.subject() + ":" + value, value, standing, Duration.ZERO, Optional.empty(), List.of(), //$NON-NLS-1$
				List.of());
	}

	private static ActionRow notBegun(Subject subject, ConnectProgress progress) {
		boolean over = !progress.running() && progress.phase() != Phase.IDLE;
		boolean first = subject == Subject.GRAPH;
		Optional<Failure> failure = progress.failure().filter(why -> first && progress.phase() == Phase.FAILED)
				.filter(why -> progress.result().isPresent());
		Standing standing = failure.isPresent() ? Standing.FAILED : over ? Standing.SKIPPED : Standing.WAITING;
		return new ActionRow(subject.name(), subject.title(), standing, Duration.ZERO, Optional.empty(),
				failure.map(ActionRows::details).orElse(List.of()), List.of());
	}

	/** The sentence, and below it what Microsoft's support asks for. */
	static List<String> details(Failure failure) {
		List<String> details = new ArrayList<>(List.of(failure.sentence()));
		details.addAll(failure.details());
		return details;
	}
}
