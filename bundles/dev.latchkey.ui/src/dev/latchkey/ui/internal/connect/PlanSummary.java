package dev.latchkey.ui.internal.connect;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationPlan;

/** What there is to say about a plan as a whole. */
final class PlanSummary {

	private PlanSummary() {
	}

	/** How many items stand like this. */
	static long count(RegistrationPlan plan, PlanItem.State state) {
		return plan.items().stream().filter(item -> item.state() == state).count();
	}

	/** What pressing Next will do, in a sentence. */
	static String next(RegistrationPlan plan) {
		long toDo = count(plan, PlanItem.State.TO_DO);
		String domain = plan.request().tenant().domain();
		return toDo == 0 ? NLS.bind(Messages.PlanRow_nothingToDo, plan.applicationName(), domain)
				: NLS.bind(toDo == 1 ? Messages.PlanRow_summaryOne : Messages.PlanRow_summary,
						new Object[] { toDo, plan.applicationName(), domain });
	}

	/** Who asks for it, and which rules hold, one sentence a line. */
	static String facts(RegistrationPlan plan) {
		PermissionProfile profile = plan.request().profile();
		List<String> facts = new ArrayList<>(
				List.of(NLS.bind(Messages.PlanSummary_profile, profile.vendor(), profile.name())));
		plan.policy().ifPresent(policy -> facts.addAll(rules(policy)));
		return String.join("\n", facts); //$NON-NLS-1$
	}

	private static List<String> rules(CredentialPolicy policy) {
		List<String> rules = new ArrayList<>();
		policy.longestLifetime().ifPresent(longest -> rules.add(lifetime(policy.name(), longest.toDays())));
		if (policy.trustedIssuers()) {
			rules.add(NLS.bind(Messages.PlanSummary_issuers, policy.name()));
		}
		return rules;
	}

	private static String lifetime(String policy, long days) {
		return NLS.bind(days == 1 ? Messages.PlanSummary_lifetimeOne : Messages.PlanSummary_lifetime, policy, days);
	}
}
