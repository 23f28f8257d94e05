package dev.latchkey.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.latchkey.registration.ItemResult.Outcome;

/**
 * What became of a plan, item by item; partial success is an ordinary result.
 *
 * @param items one for each item of the plan, in its order
 * @param run   {@link JournalRun#id()} of what was written; empty when nothing was
 */
public record RegistrationResult(List<ItemResult> items, Optional<UUID> run) {

	public RegistrationResult {
		items = List.copyOf(items);
		Objects.requireNonNull(run, "run"); //$NON-NLS-1$
	}

	/** What was asked for and is not there; what was only offered is not asked for. */
	public List<ItemResult> missing() {
		return items.stream().filter(item -> item.outcome() != Outcome.DONE && item.outcome() != Outcome.ALREADY_DONE)
				.filter(item -> item.item().state() != PlanItem.State.OFFERED).toList();
	}

	/** Whether everything that was asked for is there now. */
	public boolean complete() {
		return missing().isEmpty();
	}

	/** Whether what the item with that id asks for is in the tenant now. */
	public boolean isThere(String itemId) {
		return items.stream().filter(item -> item.item().id().equals(itemId))
				.anyMatch(item -> item.outcome() == Outcome.DONE || item.outcome() == Outcome.ALREADY_DONE);
	}

	/** Whether this run wrote anything. */
	public boolean changedAnything() {
		return items.stream().anyMatch(item -> item.outcome() == Outcome.DONE);
	}
}
