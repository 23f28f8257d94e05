package dev.latchkey.registration.graph.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PermissionProfile.PermissionNeed;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.Verification.Subject;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.proof.Finding.Verdict;
import dev.latchkey.registration.graph.tenant.Needs;

/** Compares what the tokens carry with what the profile asks for. Each permission is one check's, so that it is told once. */
final class Permissions {

	private final Needs needs;
	private final List<Subject> subjects;
	private final ApplicationTokens tokens;
	private final Predicate<PermissionNeed> granted;

	/** @param granted whether that permission was granted just now, or before */
	Permissions(Needs needs, ApplicationTokens tokens, Predicate<PermissionNeed> granted) {
		this.needs = needs;
		this.subjects = Subject.of(needs.request());
		this.tokens = tokens;
		this.granted = granted;
	}

	/** Passed, or what is missing of that check's permissions. */
	Finding of(Subject subject) throws Refusal {
		return compare(needs.permissions().stream().filter(need -> subject(need) == subject).toList());
	}

	/** Passed when the token for Microsoft Graph carries one of these, left out when none of them is asked for. */
	Finding oneOf(Set<String> values, Failure unasked) throws Refusal {
		if (values.stream().anyMatch(tokens.token(Resource.MICROSOFT_GRAPH).roles()::contains)) {
			return Finding.NOTHING;
		}
		List<PermissionNeed> asked = needs.permissions().stream()
				.filter(need -> need.resource().equals(Resource.MICROSOFT_GRAPH) && values.contains(need.value())).toList();
		return asked.isEmpty() ? Finding.NOTHING.but(Verdict.LEFT_OUT, unasked) : compare(asked);
	}

	private Finding compare(List<PermissionNeed> wanted) throws Refusal {
		List<String> there = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		boolean maySpread = true;
		for (PermissionNeed need : wanted) {
			boolean carried = tokens.token(need.resource()).roles().contains(need.value());
			(carried ? there : missing).add(need.resource().name() + ": " + need.value()); //$NON-NLS-1$
			maySpread &= carried || granted.test(need);
		}
		if (missing.isEmpty()) {
			return new Finding(Verdict.PASSED, there, missing, Optional.empty());
		}
		return new Finding(maySpread ? Verdict.MAY_SPREAD : Verdict.FAILED, there, missing,
				Optional.of(Failure.of(Reason.PERMISSIONS_MISSING, String.join(", ", missing)))); //$NON-NLS-1$
	}

	/** What no other check is about is told with the sign-in. */
	private Subject subject(PermissionNeed need) {
		Subject subject = likely(need);
		return subjects.contains(subject) ? subject : Subject.GRAPH;
	}

	private static Subject likely(PermissionNeed need) {
		if (need.resource().equals(Resource.EXCHANGE_ONLINE)) {
			return need.value().startsWith("Exchange.ManageAsApp") ? Subject.EXCHANGE_ADMINISTRATION //$NON-NLS-1$
					: Subject.EXCHANGE_WEB_SERVICES;
		}
		if (need.resource().equals(Resource.SHAREPOINT_ONLINE) || need.value().startsWith("Sites.")) { //$NON-NLS-1$
			return Subject.SHAREPOINT;
		}
		if (need.value().startsWith("Mailbox")) { //$NON-NLS-1$
			return Subject.EXCHANGE_MAILBOXES;
		}
		return need.services().equals(Set.of(Service.TEAMS)) ? Subject.TEAMS : Subject.GRAPH;
	}
}
