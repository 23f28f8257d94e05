package dev.latchkey.ui.internal.connect;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Findings;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.LifetimePolicy;
import dev.latchkey.ui.internal.forms.Notice;

/** Looks up and examines the chosen certificate in the background: places of keys may be slow. */
final class CertificateCheck {

	private final CertificateService certificates;
	private final Runnable changed;
	private final LatestJob<Optional<CertificateEntry>> lookUp;
	private final LatestJob<List<Finding>> examination;
	private Optional<CertificateEntry> examined = Optional.empty();
	private List<Notice> found = List.of();
	private Optional<Notice> notice = Notice.prompt(Messages.ApplicationPage_certificateEmpty);

	CertificateCheck(CertificateService certificates, Control owner, Runnable changed) {
		this.certificates = certificates;
		this.changed = changed;
		lookUp = new LatestJob<>(owner, Messages.CertificateCheck_lookingUp);
		examination = new LatestJob<>(owner, Messages.CertificateCheck_checking);
	}

	/** What there is to say about the certificate. */
	Optional<Notice> notice() {
		return notice;
	}

	/** Everything that was found about it, for showing beside it. */
	List<Notice> findings() {
		return found;
	}

	/** Finds the certificate that a connection names. */
	void lookUp(CertificateReference reference, ConnectInput input) {
		say(Notice.prompt(Messages.CertificateCheck_lookingUp));
		lookUp.start(monitor -> certificates.find(reference, monitor::isCanceled), new LatestJob.Receiver<>() {
			@Override
			public void done(Optional<CertificateEntry> entry) {
				entry.ifPresentOrElse(found -> input.setCertificate(entry),
						() -> say(Notice.error(Messages.CertificateCheck_gone)));
			}

			@Override
			public void failed(Throwable failure) {
				say(Notice.error(Failures.sentence(failure)));
				Failures.log(failure);
			}
		});
	}

	/** Examines the certificate, unless it is the one that was examined last. */
	void examine(CertificateEntry entry) {
		if (examined.filter(last -> last == entry).isPresent()) {
			return;
		}
		examined = Optional.of(entry);
		lookUp.cancel();
		notice = Notice.prompt(Messages.CertificateCheck_checking);
		found = List.of();
		CertificatePolicy policy = LifetimePolicy.current();
		examination.start(monitor -> certificates.examine(entry, policy, monitor::isCanceled), new LatestJob.Receiver<>() {
			@Override
			public void done(List<Finding> findings) {
				found = Findings.notices(findings);
				say(Findings.foremost(findings));
			}

			@Override
			public void failed(Throwable failure) {
				say(Notice.error(Failures.sentence(failure)));
				Failures.log(failure);
			}
		});
	}

	private void say(Optional<Notice> what) {
		notice = what;
		changed.run();
	}
}
