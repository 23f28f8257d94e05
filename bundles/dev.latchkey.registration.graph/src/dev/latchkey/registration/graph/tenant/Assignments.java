package dev.latchkey.registration.graph.tenant;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Retry;
import dev.latchkey.registration.graph.net.Operation;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/**
 * Grants app roles and assigns directory roles. What Graph refuses is looked up before it counts as refused, because
 * "already there" is said in many words; what was just created may need time until it can be referred to.
 */
final class Assignments {

	private static final Duration PAUSE = Duration.ofSeconds(1);
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final TenantReader reader;
	private final TenantWriter writer;
	private final Operation operation;
	private final Set<Grant> grants;
	private final Set<String> roles;
	private final Set<String> created = new HashSet<>();

	Assignments(TenantState now, TenantReader reader, TenantWriter writer, Operation operation) {
		this.reader = reader;
		this.writer = writer;
		this.operation = operation;
		this.grants = new HashSet<>(now.grants());
		this.roles = new HashSet<>(now.roles().orElse(Set.of()));
	}

	/** Remembers that this service principal is new. */
	void created(PrincipalState principal) {
		created.add(principal.id());
	}

	boolean isNew(PrincipalState principal) {
		return created.contains(principal.id());
	}

	ItemOutcome grant(GrantPermission item, PrincipalState own, Grant grant) throws Refusal {
		if (grants.contains(grant)) {
			return ItemOutcome.ALREADY;
		}
		boolean fresh = isNew(own) || created.contains(grant.resourceId());
		return write(() -> writer.grant(item, own.id(), grant), () -> reader.grants(own.id()).contains(grant), fresh);
	}

	ItemOutcome assignRole(PrincipalState own, AssignDirectoryRole item) throws Refusal {
		String templateId = item.need().templateId();
		if (roles.contains(templateId)) {
			return ItemOutcome.ALREADY;
		}
		return write(() -> writer.assignRole(item, own.id(), templateId),
				() -> reader.roles(own.id()).map(all -> all.contains(templateId)).orElse(false), isNew(own));
	}

	private ItemOutcome write(Write write, Retry.Attempt<Boolean> there, boolean fresh) throws Refusal {
		long end = System.nanoTime() + (fresh ? LIMIT.toNanos() : 0);
		while (true) {
			try {
				write.run();
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
			operation.pause(PAUSE);
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
		void run() throws Refusal;
	}
}
