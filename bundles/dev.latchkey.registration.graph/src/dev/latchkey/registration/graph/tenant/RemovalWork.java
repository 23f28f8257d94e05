package dev.latchkey.registration.graph.tenant;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Removes certificates that are not needed any more from the application's list, each by its key id and no other. */
final class RemovalWork {

	private final X509Certificate needed;
	private final KeyList keys;
	private final Set<String> written = ConcurrentHashMap.newKeySet();

	/** @param needed stays whatever a plan says */
	RemovalWork(X509Certificate needed, KeyList keys) {
		this.needed = needed;
		this.keys = keys;
	}

	/** Can be called again after a refusal. */
	ItemOutcome perform(Hands hands, String keyId) throws Refusal {
		for (int round = 1; round <= KeyList.ROUNDS; round++) {
			Optional<ApplicationState> before = keys.alone(() -> remove(hands, keyId));
			keys.forget(Set.of(keyId));
			if (before.isPresent() && !before.get().keyIds().contains(keyId)) {
				return written.contains(keyId) ? ItemOutcome.DONE : ItemOutcome.ALREADY;
			}
			if (before.isPresent()) {
				return seenGone(hands, keyId);
			}
		}
		throw keys.changed();
	}

	/** @return what was there right before; empty when somebody else wrote meanwhile */
	private Optional<ApplicationState> remove(Hands hands, String keyId) throws Refusal {
		keys.forget(Set.of(keyId));
		ApplicationState before = keys.fresh(hands.application());
		if (!before.keyIds().contains(keyId)) {
			return Optional.of(before);
		}
		if (before.keys().stream().anyMatch(key -> key.keyId().equals(keyId) && key.is(needed))) {
			throw new IllegalArgumentException("Still needed: " + keyId); //$NON-NLS-1$
		}
		try {
			written.add(keyId);
			hands.writer().removeKey(hands.item(), before, keyId);
			return Optional.of(before);
		} catch (Refusal e) {
			if (KeyList.isOutdated(e, before, hands.application())) {
				return Optional.empty();
			}
			throw e;
		}
	}

	private ItemOutcome seenGone(Hands hands, String keyId) throws Refusal {
		try {
			boolean allOthers = new Sighting(hands.pause(), keys.changed().failure()).await(() -> {
				ApplicationState now = hands.application().application();
				return now.keyIds().contains(keyId) ? Optional.empty() : Optional.of(keys.hasAll(now));
			});
			if (!allOthers) {
				throw keys.changed();
			}
		} catch (OperationCanceledException e) {
			return ItemOutcome.DONE;
		}
		return ItemOutcome.DONE;
	}
}
