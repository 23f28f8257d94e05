package dev.latchkey.ui.internal.renew;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.RetiredCertificate;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.ActionRow;
import dev.latchkey.ui.internal.connect.RunArea;
import dev.latchkey.ui.internal.connect.Standing;
import dev.latchkey.ui.internal.connect.TaskPage;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.renew.RetireModel.Old;

/** Removes old certificates, one organization after the other; one's failure does not stop the others. */
final class RetireRunPage extends TaskPage<RetireModel> {

	private static final RunArea.Ids IDS = new RunArea.Ids(WidgetIds.RENEW_STATE, WidgetIds.RENEW_ACTIONS,
			WidgetIds.RENEW_DETAILS);

	private final CertificateRenewer renewer;

	RetireRunPage(RetireModel model, CertificateRenewer renewer) {
		super("retireRun", Messages.RetireRunPage_title, Messages.RetireRunPage_description, model, IDS, WidgetIds.RENEW_RETRY); //$NON-NLS-1$
		this.renewer = renewer;
	}

	@Override
	protected LatestJob.Work<Runnable> task() {
		model().again();
		Map<Connection, List<RetiredCertificate>> left = model().left();
		Optional<AdminSession> administrator = model().administrator();
		return monitor -> {
			for (Map.Entry<Connection, List<RetiredCertificate>> each : left.entrySet()) {
				if (monitor.isCanceled()) {
					break;
				}
				Optional<String> failure = remove(each.getKey(), each.getValue(), administrator, monitor);
				progressed(() -> model().tried(each.getKey(), failure));
			}
			return () -> {
			};
		};
	}

	private Optional<String> remove(Connection connection, List<RetiredCertificate> retired,
			Optional<AdminSession> administrator, IProgressMonitor monitor) {
		try {
			renewer.remove(connection.id(), retired, administrator, monitor);
			return Optional.empty();
		} catch (ConnectionException e) {
			Failures.log(e);
			return Optional.of(Failures.sentence(e));
		}
	}

	@Override
	protected List<ActionRow> rows(boolean running) {
		return model().chosenOlds().stream().map(old -> row(old, running)).toList();
	}

	private ActionRow row(Old old, boolean running) {
		Optional<String> failure = model().failure(old);
		Standing standing = model().removed(old) ? Standing.DONE
				: failure.isPresent() ? Standing.FAILED : running ? Standing.WAITING : Standing.SKIPPED;
		return new ActionRow(old.connection().id() + old.certificate().sha1(),
				NLS.bind(Messages.RetireRunPage_action, old.connection().name(), old.certificate().sha1()), standing,
				Duration.ZERO, Optional.empty(), failure.stream().toList(), List.of());
	}

	@Override
	protected boolean complete() {
		return model().complete();
	}

	@Override
	protected String state() {
		int all = model().chosenOlds().size();
		long done = model().chosenOlds().stream().filter(model()::removed).count();
		return NLS.bind(over() ? Messages.RetireRunPage_ended : Messages.RetireRunPage_running, done, all);
	}

	@Override
	protected String whenComplete() {
		return Messages.RetireRunPage_complete;
	}

	@Override
	protected String whenLeft() {
		return Messages.RetireRunPage_left;
	}
}
