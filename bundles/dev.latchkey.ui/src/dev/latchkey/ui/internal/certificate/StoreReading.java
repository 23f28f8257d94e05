package dev.latchkey.ui.internal.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import dev.latchkey.certificate.CertificateProvider;
import dev.latchkey.certificate.CertificateService;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;

/**
 * Asks all providers in the background and keeps what they answered. Reading anew does not overtake what is running: a provider
 * that is slow to answer is not given up because another one has come. For the user interface thread.
 */
final class StoreReading {

	private final CertificateService certificates;
	private final Control owner;
	private final Display display;
	private final Runnable changed;
	private final Map<String, Answer> answers = new LinkedHashMap<>();
	private final List<Run> running = new ArrayList<>();
	private Optional<String> failure = Optional.empty();
	private int runs;

	/** What a provider said, and in which run. */
	private record Answer(int run, ProviderRows rows) {
	}

	/** @param changed called whenever there is something new */
	StoreReading(CertificateService certificates, Control owner, Runnable changed) {
		this.certificates = certificates;
		this.owner = owner;
		this.display = owner.getDisplay();
		this.changed = changed;
	}

	/** Asks all providers that are there now; what those said before stays until they answer. */
	void start() {
		answers.keySet().removeIf(id -> certificates.capability(id, CertificateProvider.class).isEmpty());
		failure = Optional.empty();
		Run run = new Run(++runs);
		running.add(run);
		run.start();
		changed.run();
	}

	/** Waits for nobody any more. */
	void cancel() {
		running.forEach(run -> run.job.cancel());
		running.clear();
	}

	List<StoreRow> rows() {
		return answers.values().stream().flatMap(answer -> answer.rows().rows().stream()).toList();
	}

	/** One sentence for every provider that could not be listed. */
	List<String> problems() {
		List<String> problems = new ArrayList<>();
		failure.ifPresent(problems::add);
		answers.values().forEach(answer -> answer.rows().problem().ifPresent(problems::add));
		return problems;
	}

	boolean running() {
		return !running.isEmpty();
	}

	/** Names of the providers that have not answered yet. */
	List<String> asking() {
		return running.isEmpty() ? List.of() : List.copyOf(running.get(running.size() - 1).asking);
	}

	private final class Run implements LatestJob.Receiver<Void> {

		private final int number;
		private final LatestJob<Void> job = new LatestJob<>(owner, Messages.StorePage_reading);
		private final List<String> asking = new ArrayList<>();

		Run(int number) {
			this.number = number;
			certificates.providers().forEach(provider -> certificates.name(provider).ifPresent(asking::add));
		}

		void start() {
			job.start(monitor -> {
				RowMaker maker = new RowMaker(certificates);
				certificates.list(listing -> deliver(maker.rows(listing)), monitor::isCanceled);
				return null;
			}, this);
		}

		private void deliver(ProviderRows rows) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> accept(rows));
			}
		}

		private void accept(ProviderRows rows) {
			if (owner.isDisposed() || !running.contains(this)) {
				return;
			}
			asking.remove(rows.providerName());
			answers.merge(rows.providerId(), new Answer(number, rows), (old, now) -> old.run > number ? old : now);
			changed.run();
		}

		@Override
		public void done(Void nothing) {
			running.remove(this);
			if (number == runs) {
				answers.values().removeIf(answer -> answer.run < number);
			}
			changed.run();
		}

		@Override
		public void failed(Throwable exception) {
			Failures.log(exception);
			running.remove(this);
			failure = Optional.of(Failures.sentence(exception));
			changed.run();
		}
	}
}
