package dev.latchkey.ui.internal.certificate;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;

import dev.latchkey.certificate.CertificateEntry;
import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.certificate.Finding;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Findings;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.LifetimePolicy;
import dev.latchkey.ui.internal.forms.Notice;

/** Examines the selected certificate in the background, with a test signature. */
final class Examination {

	private final CertificateService certificates;
	private final CertificateChoice choice;
	private final LatestJob<List<Finding>> job;
	private Optional<Notice> failure = Optional.empty();

	Examination(CertificateService certificates, CertificateChoice choice, Control owner) {
		this.certificates = certificates;
		this.choice = choice;
		job = new LatestJob<>(owner, Messages.Examination_checking);
	}

	/** Examines the entry, which was selected last. */
	void start(CertificateEntry entry) {
		failure = Optional.empty();
		CertificatePolicy policy = LifetimePolicy.current();
		job.start(monitor -> certificates.examine(entry, policy, monitor::isCanceled), new LatestJob.Receiver<>() {
			@Override
			public void done(List<Finding> findings) {
				choice.setFindings(findings);
			}

			@Override
			public void failed(Throwable exception) {
				Failures.log(exception);
				failure = Notice.error(Failures.sentence(exception));
				choice.setFindings(List.of());
			}
		});
	}

	void cancel() {
		failure = Optional.empty();
		job.cancel();
	}

	/** What the page says of the selected certificate. */
	Optional<Notice> notice() {
		if (failure.isPresent()) {
			return failure;
		}
		return choice.findings().isPresent() ? Findings.foremost(choice.findings().get())
				: Notice.prompt(Messages.Examination_checking);
	}

	/** All that there is to say of the selected certificate, for showing beside it. */
	List<Notice> notices() {
		return failure.or(() -> choice.findings().isPresent() ? Optional.empty() : notice()).map(List::of)
				.orElseGet(() -> Findings.notices(choice.findings().orElse(List.of())));
	}
}
