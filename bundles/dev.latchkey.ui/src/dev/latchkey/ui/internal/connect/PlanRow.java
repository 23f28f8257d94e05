package dev.latchkey.ui.internal.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.GraphRequest;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.PlanItem.RemoveCertificate;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationPlan.ExistingCertificate;
import dev.latchkey.registration.RegistrationPlan.ExtraPermission;
import dev.latchkey.registration.RoleName;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.Mark;

/**
 * One line of the review.
 *
 * @param id       the same for the same item however it stands
 * @param mark     the state's picture
 * @param item     what it is about, for people
 * @param state    how it stands
 * @param role     who can do it; empty when there is nothing to do
 * @param reason   what it is for, or why it can't be done
 * @param obstacle why it can't be done, if so
 * @param requests what would be sent
 */
record PlanRow(String id, Mark mark, String item, String state, String role, String reason, Optional<Failure> obstacle,
		List<GraphRequest> requests) {

	/** Everything that is asked for, then what is there and stays. */
	static List<PlanRow> of(RegistrationPlan plan) {
		List<PlanRow> rows = new ArrayList<>();
		plan.items().forEach(item -> rows.add(of(item)));
		Set<String> offered = removals(plan).stream().filter(RemoveCertificate.class::isInstance)
				.map(removal -> ((RemoveCertificate) removal).certificate().keyId()).collect(Collectors.toSet());
		plan.certificates().stream().filter(certificate -> !offered.contains(certificate.keyId()))
				.forEach(certificate -> rows.add(of(certificate)));
		plan.application().extras().forEach(extra -> rows.add(of(extra)));
		return rows;
	}

	/** What can be taken away. */
	static List<PlanItem> removals(RegistrationPlan plan) {
		return plan.items().stream().filter(PlanItem::takesAway)
				.filter(item -> item.state() == PlanItem.State.OFFERED || item.state() == PlanItem.State.TO_DO).toList();
	}

	private static PlanRow of(ExistingCertificate certificate) {
		String name = certificate.displayName().isEmpty() ? certificate.thumbprint() : certificate.displayName();
		String ends = certificate.ends().map(end -> NLS.bind(
				end.isBefore(Instant.now()) ? Messages.PlanRow_ended : Messages.PlanRow_ends, Formats.date(end)))
				.orElse(""); //$NON-NLS-1$
		return staying("certificate:" + certificate.keyId(), Mark.CERTIFICATE, //$NON-NLS-1$
				NLS.bind(Messages.PlanRow_existingCertificate, name), ends);
	}

	private static PlanRow of(ExtraPermission extra) {
		return staying("extra:" + extra.resource() + ':' + extra.value(), Mark.INFO, //$NON-NLS-1$
				NLS.bind(Messages.PlanRow_extra, extra.resource(), extra.value()), Messages.PlanRow_extraReason);
	}

	private static PlanRow staying(String id, Mark mark, String item, String reason) {
		return new PlanRow(id, mark, item, Messages.PlanRow_stays, "", reason, Optional.empty(), List.of()); //$NON-NLS-1$
	}

	private static PlanRow of(PlanItem item) {
		boolean open = item.state() != PlanItem.State.DONE && item.state() != PlanItem.State.NOT_POSSIBLE;
		return new PlanRow(item.id(), mark(item), item.title(), state(item), open ? RoleName.local(item.standing().role()) : "", //$NON-NLS-1$
				item.obstacle().map(Failure::sentence).orElseGet(item::reason), item.obstacle(),
				item.standing().requests());
	}

	private static Mark mark(PlanItem item) {
		return switch (item.state()) {
		case DONE -> Mark.DONE;
		case TO_DO -> item.takesAway() ? Mark.WARNING : Mark.TO_DO;
		case OFFERED -> item instanceof RemoveCertificate ? Mark.CERTIFICATE : Mark.INFO;
		case NOT_ALLOWED -> Mark.WARNING;
		case NOT_POSSIBLE -> Mark.ERROR;
		};
	}

	private static String state(PlanItem item) {
		return switch (item.state()) {
		case DONE -> Messages.PlanRow_done;
		case TO_DO -> item.takesAway() ? Messages.PlanRow_toRemove : Messages.PlanRow_toDo;
		case OFFERED -> Messages.PlanRow_stays;
		case NOT_ALLOWED -> Messages.PlanRow_notAllowed;
		case NOT_POSSIBLE -> Messages.PlanRow_notPossible;
		};
	}

	/** All that there is to know, as text to read or copy. */
	String text() {
		List<String> lines = new ArrayList<>(List.of(NLS.bind(Messages.ActionRow_head, item, state)));
		if (obstacle.isPresent()) {
			lines.addAll(ActionRows.details(obstacle.get()));
		} else if (!reason.isEmpty()) {
			lines.add(reason);
		}
		if (!role.isEmpty()) {
			lines.add(NLS.bind(Messages.PlanRow_who, role));
		}
		return String.join("\n", lines); //$NON-NLS-1$
	}

	/** What would be sent, as text to read or copy. */
	String requestText() {
		return requests.isEmpty() ? Messages.PlanRow_noRequests : requests.stream()
				.map(request -> (request.method() + ' ' + request.address() + '\n' + request.body()).strip())
				.collect(Collectors.joining("\n\n")); //$NON-NLS-1$
	}

	/** Rows are the same when they are about the same item, so that a table keeps its selection. */
	@Override
	public boolean equals(Object other) {
		return other instanceof PlanRow row && id.equals(row.id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}
}
