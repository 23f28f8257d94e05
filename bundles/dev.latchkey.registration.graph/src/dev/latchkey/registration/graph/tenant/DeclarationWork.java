package dev.latchkey.registration.graph.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.tenant.PlanRunner.ItemOutcome;

/** Lists what is missing in the application's declaration, beside what it has. */
final class DeclarationWork {

	private final Needs needs;

	DeclarationWork(Needs needs) {
		this.needs = needs;
	}

	ItemOutcome perform(Hands hands, Apis apis) throws Refusal {
		ApplicationState application = hands.application().application();
		Map<String, List<String>> missing = missing(application, apis);
		if (missing.isEmpty()) {
			return ItemOutcome.ALREADY;
		}
		hands.writer().declare(hands.item(), application, missing);
		return ItemOutcome.DONE;
	}

	private Map<String, List<String>> missing(ApplicationState application, Apis apis) {
		Map<String, List<String>> missing = new HashMap<>();
		for (PermissionNeed need : needs.permissions()) {
			Optional<PrincipalState> api = apis.offering(need);
			if (api.isPresent()) {
				String role = api.get().roleId(need.value()).orElseThrow();
				if (!application.declared(api.get().appId()).contains(role)) {
					missing.computeIfAbsent(api.get().appId(), id -> new ArrayList<>()).add(role);
				}
			}
		}
		return missing;
	}
}
