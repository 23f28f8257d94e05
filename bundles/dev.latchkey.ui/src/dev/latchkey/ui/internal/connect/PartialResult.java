package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.ItemResult;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RoleName;

/** Tells what was done, what not, and who can do the rest. */
final class PartialResult {

	private static final int NAMED = 3;

	private PartialResult() {
	}

	/** One sentence a line. */
	static String text(RegistrationResult result) {
		List<ItemResult> missing = result.missing();
		long there = result.items().stream().filter(item -> result.isThere(item.item().id())).count();
		StringBuilder text = new StringBuilder(NLS.bind(Messages.PartialResult_done, there, there + missing.size()));
		List<ItemResult> forOthers = missing.stream().filter(PartialResult::needsRole).toList();
		List<ItemResult> others = missing.stream().filter(item -> !needsRole(item)).toList();
		if (!forOthers.isEmpty()) {
			String roles = forOthers.stream().map(item -> RoleName.local(item.item().standing().role())).distinct()
					.collect(Collectors.joining(", ")); //$NON-NLS-1$
			text.append('\n').append(NLS.bind(Messages.PartialResult_role, roles, titles(forOthers)));
		}
		if (!others.isEmpty()) {
			text.append('\n').append(NLS.bind(Messages.PartialResult_failed, titles(others)));
		}
		return text.toString();
	}

	private static boolean needsRole(ItemResult item) {
		return item.item().state() == PlanItem.State.NOT_ALLOWED
				|| item.failure().map(failure -> failure.reason() == Reason.ROLE_REQUIRED).orElse(false);
	}

	private static String titles(List<ItemResult> items) {
		String named = items.stream().limit(NAMED).map(item -> item.item().title()).collect(Collectors.joining("; ")); //$NON-NLS-1$
		return items.size() <= NAMED ? named : NLS.bind(Messages.PartialResult_more, named, items.size() - NAMED);
	}
}
