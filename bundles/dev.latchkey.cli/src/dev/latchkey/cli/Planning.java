package dev.latchkey.cli;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.SignInMethod;
import dev.latchkey.registration.SignInRequest;

/** Signs an administrator in and finds out what would change. */
final class Planning {

	private final Environment environment;
	private final RegistrationService service;
	private final CancellingMonitor monitor;

	Planning(Environment environment) throws Refusal {
		this.environment = environment;
		service = environment.services().get(RegistrationService.class);
		monitor = new CancellingMonitor(environment.cancellation());
	}

	/** @return to be closed by the caller */
	AdminSession signIn(RegistrationRequest request, SignInMethod method) throws RegistrationException {
		return service.signIn(new SignInRequest(request.tenant(), method, AdminScope.neededFor(request)),
				new TerminalSignIn(environment.terminal()), monitor);
	}

	/**
	 * @param removals which of what is offered is chosen
	 * @param resumed  the interrupted run to go on with
	 */
	RegistrationPlan plan(RegistrationRequest request, AdminSession session, RemovalOptions removals, Optional<UUID> resumed)
			throws RegistrationException, Refusal {
		Optional<UUID> run = resumed.isPresent() ? Optional.of(new Runs(environment).resumed(resumed.get(), request)) : resumed;
		RegistrationPlan plan = service.plan(request, session, monitor);
		Set<String> offered = plan.items().stream().filter(item -> item.state() == PlanItem.State.OFFERED && removals.choose(item))
				.map(PlanItem::id).collect(Collectors.toSet());
		RegistrationPlan chosen = plan.choosing(offered);
		return run.map(chosen::continuing).orElse(chosen);
	}
}
