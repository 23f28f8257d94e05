package dev.latchkey.ui.internal.connect;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.RegistrationService;
import dev.latchkey.registration.Verification;
import dev.latchkey.ui.internal.connect.ConnectProgress.Phase;

/** Configures the application as reviewed, then proves the connection. Runs in a background thread, without widgets. */
final class ConnectRun {

	/**
	 * What to do.
	 *
	 * @param request  what is connected
	 * @param session  the signed-in administrator; empty when nothing is to be written
	 * @param reviewed the plan that the administrator has seen; present together with the session
	 * @param again    whether the tenant may have changed since the review, so that it has to be read again
	 * @param run      the run to go on with when it is read again
	 * @param earlier  what an earlier run did, when all of it was done
	 */
	record Order(RegistrationRequest request, Optional<AdminSession> session, Optional<RegistrationPlan> reviewed,
			boolean again, Optional<UUID> run, Optional<RegistrationResult> earlier) {
	}

	/** Is told how it stands, in the background thread. */
	interface Listener {
		void progressed(ConnectProgress progress);
	}

	private final RegistrationService registration;
	private final Order order;
	private final Listener listener;
	/** The wizard's to close; null when nothing is to be written. */
	private final AdminSession session;
	private volatile ConnectProgress progress;

	ConnectRun(RegistrationService registration, Order order, Listener listener) {
		this.registration = registration;
		this.order = order;
		this.listener = listener;
		session = order.session().orElse(null);
		progress = order.earlier().map(ConnectProgress.START::with).orElse(ConnectProgress.START);
	}

	/** Does it all; failures and cancelling are in the progress that is told last, and returned. */
	ConnectProgress run(IProgressMonitor monitor) {
		try {
			if (session != null) {
				write(monitor);
			}
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			prove(monitor);
			tell(progress.in(Phase.ENDED));
		} catch (OperationCanceledException e) {
			tell(progress.in(Phase.STOPPED));
		} catch (RegistrationException e) {
			tell(progress.failed(e.failure()));
		}
		return progress;
	}

	private void write(IProgressMonitor monitor) throws RegistrationException {
		tell(progress.in(Phase.WRITING));
		RegistrationPlan reviewed = order.reviewed().orElseThrow();
		RegistrationPlan plan = order.again() ? readAgain(reviewed, monitor) : reviewed;
		if (!toDo(reviewed).containsAll(toDo(plan))) {
			throw new RegistrationException(changedByOthers(plan));
		}
		RegistrationResult result = registration.apply(plan, session, soFar -> tell(progress.with(soFar)), monitor);
		tell(progress.with(result));
	}

	private RegistrationPlan readAgain(RegistrationPlan reviewed, IProgressMonitor monitor) throws RegistrationException {
		RegistrationPlan plan = registration.plan(order.request(), session, monitor).choosing(toDo(reviewed));
		return order.run().map(plan::continuing).orElse(plan);
	}

	private static Failure changedByOthers(RegistrationPlan plan) {
		return Failure.of(Reason.CHANGED_BY_OTHERS,
				plan.applicationName());
	}

	private static Set<String> toDo(RegistrationPlan plan) {
		return plan.items().stream().filter(item -> item.state() == PlanItem.State.TO_DO).map(PlanItem::id)
				.collect(Collectors.toCollection(HashSet::new));
	}

	private void prove(IProgressMonitor monitor) throws RegistrationException {
		tell(progress.in(Phase.PROVING));
		Verification verification = registration.verify(order.request(), progress.result(),
				soFar -> tell(progress.with(soFar)), monitor);
		tell(progress.with(verification));
	}

	private void tell(ConnectProgress next) {
		progress = next;
		listener.progressed(next);
	}
}
