package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Takes back permissions that this console granted, each by its assignment's id and no other. Used by several threads. */
final class RevocationWork {

	private final Set<String> written = ConcurrentHashMap.newKeySet();

	/** Can be called again after a refusal. */
	ItemOutcome perform(Hands hands, String principalId, String assignmentId) throws Refusal {
		Optional<HeldPermission> held = find(hands, principalId, assignmentId);
		if (held.isEmpty()) {
			return written.contains(assignmentId) ? ItemOutcome.DONE : ItemOutcome.ALREADY;
		}
		try {
			written.add(assignmentId);
			hands.writer().revoke(hands.item(), principalId, held.get());
		} catch (Refusal e) {
			if (e.status() == 404 && find(hands, principalId, assignmentId).isEmpty()) {
				return ItemOutcome.ALREADY;
			}
			throw e;
		}
		return seenGone(hands, principalId, assignmentId);
	}

	/** Written is written: who cancels now is told so, and not made to wait. */
	private static ItemOutcome seenGone(Hands hands, String principalId, String assignmentId) throws Refusal {
		Failure still = Failure.of(Reason.NOT_SEEN_GONE, hands.item().title());
		try {
			return new Sighting(hands.pause(), still).await(() -> find(hands, principalId, assignmentId).isPresent()
					? Optional.empty()
					: Optional.of(ItemOutcome.DONE));
		} catch (OperationCanceledException e) {
			return ItemOutcome.DONE;
		}
	}

	private static Optional<HeldPermission> find(Hands hands, String principalId, String assignmentId) throws Refusal {
		List<HeldPermission> all = hands.principals().permissions(principalId);
		return all.stream().filter(held -> held.assignmentId().equals(assignmentId)).findFirst();
	}
}
