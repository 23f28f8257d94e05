package dev.latchkey.registration.graph.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanItem.CreateServicePrincipal;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Creates service principals, and remembers which are new. Used by several threads. */
final class PrincipalWork {

	private final RegistrationRequest request;
	private final Set<String> created = ConcurrentHashMap.newKeySet();
	private volatile Optional<PrincipalState> own = Optional.empty();

	PrincipalWork(RegistrationRequest request) {
		this.request = request;
	}

	/** Whether it was created here: others may not know it yet. */
	boolean isNew(String principalId) {
		return created.contains(principalId);
	}

	/** The application's own, as it was read or created since. */
	Optional<PrincipalState> own(TenantState tenant) {
		return own.isPresent() ? own : tenant.own();
	}

	/** What is told while others do not know it yet. */
	Failure notYetKnown() {
		return Failure.of(Reason.SERVICE_PRINCIPAL_MISSING, request.applicationId(), request.tenant().domain());
	}

	/** Can be called again after a refusal. */
	ItemOutcome perform(Hands hands, CreateServicePrincipal item, TenantState tenant) throws Refusal {
		Optional<PrincipalState> there = hands.principals().principal(item.appId());
		if (there.isPresent()) {
			add(there.get(), tenant);
			return isNew(there.get().id()) ? ItemOutcome.DONE : ItemOutcome.ALREADY;
		}
		PrincipalState principal = create(hands, item);
		created.add(principal.id());
		add(seen(hands, item, principal), tenant);
		return ItemOutcome.DONE;
	}

	private PrincipalState create(Hands hands, CreateServicePrincipal item) throws Refusal {
		try {
			return hands.writer().createPrincipal(item, item.appId());
		} catch (Refusal e) {
			boolean unknownHere = e.status() == 400 || e.status() == 404;
			throw unknownHere && !isOurs(item.appId()) ? e.as(resourceMissing(item.name(), e.failure())) : e;
		}
	}

	private static Failure resourceMissing(String name, Failure failure) {
		return new Failure(Reason.RESOURCE_MISSING, List.of(name), failure.code(), failure.correlationId(),
				failure.time());
	}

	/** The answer to a creation may come without the app roles. */
	private PrincipalState seen(Hands hands, CreateServicePrincipal item, PrincipalState answered) throws Refusal {
		Failure unseen = Failure.of(Reason.SERVICE_PRINCIPAL_MISSING, item.name(), request.tenant().domain());
		try {
			return new Sighting(hands.pause(), unseen).await(() -> hands.principals().principal(item.appId())
					.filter(now -> isOurs(item.appId()) || !now.roles().isEmpty()));
		} catch (OperationCanceledException e) {
			return answered;
		}
	}

	private void add(PrincipalState principal, TenantState tenant) {
		if (isOurs(principal.appId())) {
			own = Optional.of(principal);
		} else {
			tenant.apis().add(principal);
		}
	}

	private boolean isOurs(String appId) {
		return appId.equals(request.applicationId());
	}
}
