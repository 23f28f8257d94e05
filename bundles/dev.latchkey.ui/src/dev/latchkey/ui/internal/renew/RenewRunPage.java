package dev.latchkey.ui.internal.renew;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.certificate.CertificateService;
import dev.latchkey.connection.CertificateRenewer;
import dev.latchkey.connection.CertificateRenewer.Renewal;
import dev.latchkey.connection.CertificateRenewer.Result;
import dev.latchkey.connection.NextCertificate;
import dev.latchkey.connection.NextStore;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.connect.ActionRow;
import dev.latchkey.ui.internal.connect.RunArea;
import dev.latchkey.ui.internal.connect.TaskPage;
import dev.latchkey.ui.internal.forms.LatestJob;

/** Renews, several at the same time, and shows how each of them stands. */
final class RenewRunPage extends TaskPage<RenewModel> {

	private static final RunArea.Ids IDS = new RunArea.Ids(WidgetIds.RENEW_STATE, WidgetIds.RENEW_ACTIONS,
			WidgetIds.RENEW_DETAILS);

	private final CertificateRenewer renewer;
	private final Supplier<NextCertificate> next;
	private final CertificateService certificates;

	RenewRunPage(RenewModel model, CertificateRenewer renewer, Supplier<NextCertificate> next, CertificateService certificates) {
		super("renewRun", Messages.RenewRunPage_title, Messages.RenewRunPage_description, model, IDS, WidgetIds.RENEW_RETRY); //$NON-NLS-1$
		this.renewer = renewer;
		this.next = next;
		this.certificates = certificates;
	}

	@Override
	protected LatestJob.Work<Runnable> task() {
		model().again();
		List<Renewal> renewals = model().renewals(next.get());
		return monitor -> {
			List<Result> results = renewer.renew(renewals, CertificateRenewer.AT_ONCE,
					result -> progressed(() -> model().renewed(result)), monitor);
			return () -> results.forEach(model()::renewed);
		};
	}

	@Override
	protected List<ActionRow> rows(boolean running) {
		return RenewRows.of(model(), (connection, kept) -> NextStore.of(connection, kept, certificates), running);
	}

	@Override
	protected boolean complete() {
		return model().complete();
	}

	@Override
	protected String state() {
		int all = model().chosen().size();
		long done = model().chosen().stream().map(model()::result).flatMap(Optional::stream).filter(Result::done).count();
		if (!over()) {
			return NLS.bind(Messages.RenewRunPage_running, done, all);
		}
		if (!complete()) {
			return NLS.bind(Messages.RenewRunPage_left, done, all);
		}
		return all == 1 ? Messages.RenewRunPage_doneOne : NLS.bind(Messages.RenewRunPage_done, all);
	}

	@Override
	protected String whenComplete() {
		return NLS.bind(Messages.RenewRunPage_grace, CertificateRenewer.GRACE_DAYS);
	}

	@Override
	protected String whenLeft() {
		return Messages.RenewRunPage_choose;
	}
}
