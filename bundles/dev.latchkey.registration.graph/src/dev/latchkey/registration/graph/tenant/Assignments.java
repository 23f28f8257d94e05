package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.util.Optional;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/**
 * Grants app roles and assigns directory roles. What Graph refuses is looked up before it counts as refused, because
 * "already there" is said in many words; what was just created may need time until it can be referred to. Used by several
 * threads.
 */
final class Assignments {

	private static final Duration PAUSE = Duration.ofSeconds(1);
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final PrincipalWork principals;

	Assignments(PrincipalWork principals) {
		this.principals = principals;
	}

	ItemOutcome grant(Hands hands, TenantState tenant, PrincipalState own, Grant grant) throws Refusal {
		if (tenant.grants().contains(grant)) {
			return ItemOutcome.ALREADY;
		}
		return write(hands, () -> hands.writer().grant(hands.item(), own.id(), grant),
				() -> hands.principals().permissions(own.id()).stream().anyMatch(held -> held.grant().equals(grant)),
				principals.isNew(own.id()) || principals.isNew(grant.resourceId()));
	}

	ItemOutcome assignRole(Hands hands, TenantState tenant, PrincipalState own, String templateId) throws Refusal {
		if (tenant.hasRole(templateId)) {
			return ItemOutcome.ALREADY;
		}
		return write(hands, () -> hands.writer().assignRole(hands.item(), own.id(), templateId),
				() -> hands.principals().roles(own.id()).map(all -> all.contains(templateId)).orElse(false),
				principals.isNew(own.id()));
	}

	private ItemOutcome write(Hands hands, Write write, Retry.Attempt<Boolean> there, boolean fresh)
			throws Refusal {
		long end = System.nanoTime() + (fresh ? LIMIT.toNanos() : 0);
		while (true) {
			try {
				write.send();
				return ItemOutcome.DONE;
			} catch (Refusal e) {
				Optional<ItemOutcome> known = look(e, there);
				if (known.isPresent()) {
					return known.get();
				}
				if (!isReference(e) || System.nanoTime() > end) {
					throw e;
				}
			}
			hands.pause().pause(principals.notYetKnown(), PAUSE);
		}
	}

	private static Optional<ItemOutcome> look(Refusal refusal, Retry.Attempt<Boolean> there) throws Refusal {
		boolean duplicate = refusal.status() == 400 || refusal.status() == 409;
		return duplicate && there.run() ? Optional.of(ItemOutcome.ALREADY) : Optional.empty();
	}

	private static boolean isReference(Refusal refusal) {
		return refusal.status() == 400 || refusal.status() == 404;
	}

	/** One request that changes something. */
	@FunctionalInterface
	private interface Write {
		void send() throws Refusal;
	}
}
