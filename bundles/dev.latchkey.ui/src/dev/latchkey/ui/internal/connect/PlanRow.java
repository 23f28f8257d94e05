package dev.latchkey.ui.internal.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * One line of the review.
 *
 * @param mark   the state's picture
 * @param item   what it is about, for people
 * @param state  how it stands
 * @param reason what it is for, or why it can't be done
 */
record PlanRow(Mark mark, String item, String state, String reason) {

	/** The certificates that are there, then everything that is asked for. */
	static List<PlanRow> of(RegistrationPlan plan) {
		List<PlanRow> rows = new ArrayList<>();
		plan.certificates().forEach(certificate -> rows.add(of(certificate)));
		plan.items().forEach(item -> rows.add(of(item)));
		return rows;
	}

	private static PlanRow of(ExistingCertificate certificate) {
		String name = certificate.displayName().isEmpty() ? certificate.thumbprint() : certificate.displayName();
		String ends = certificate.ends().map(end -> NLS.bind(
				end.isBefore(Instant.now()) ? Messages.PlanRow_ended : Messages.PlanRow_ends, Formats.date(end)))
				.orElse(""); //$NON-NLS-1$
		return new PlanRow(Mark.CERTIFICATE, NLS.bind(Messages.PlanRow_existingCertificate, name),
				Messages.PlanRow_stays, ends);
	}

	private static PlanRow of(PlanItem item) {
		return new PlanRow(mark(item.state()), item.title(), state(item.state()),
				item.obstacle().map(Failure::sentence).orElseGet(item::reason));
	}

	private static Mark mark(PlanItem.State state) {
		return switch (state) {
		case DONE -> Mark.DONE;
		case TO_DO, OFFERED -> Mark.TO_DO;
		case NOT_ALLOWED -> Mark.WARNING;
		case NOT_POSSIBLE -> Mark.ERROR;
		};
	}

	private static String state(PlanItem.State state) {
		return switch (state) {
		case DONE -> Messages.PlanRow_done;
		case TO_DO -> Messages.PlanRow_toDo;
		case OFFERED -> Messages.PlanRow_stays;
		case NOT_ALLOWED -> Messages.PlanRow_notAllowed;
		case NOT_POSSIBLE -> Messages.PlanRow_notPossible;
		};
	}

	/** How many items stand like this. */
	static long count(RegistrationPlan plan, PlanItem.State state) {
		return plan.items().stream().filter(item -> item.state() == state).count();
	}

	/** What pressing Next will do, in a sentence. */
	static String summary(RegistrationPlan plan) {
		long toDo = count(plan, PlanItem.State.TO_DO);
		String domain = plan.request().tenant().domain();
		return toDo == 0 ? NLS.bind(Messages.PlanRow_nothingToDo, plan.applicationName(), domain)
				: NLS.bind(toDo == 1 ? Messages.PlanRow_summaryOne : Messages.PlanRow_summary,
						new Object[] { toDo, plan.applicationName(), domain });
	}
}
