package dev.latchkey.ui.internal.certificate;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileContent;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.FilePaths;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;

/** Reads the chosen files in the background whenever paths or password have changed; an earlier reading is dropped. */
final class KeyFileReading {

	/** Long enough not to try half-typed passwords, short enough not to be noticed. */
	private static final long TYPING_PAUSE_MILLIS = 500;

	private final KeyFileReader reader;
	private final Runnable changed;
	private final LatestJob<KeyFileContent> job;
	private char[] pending = {};
	private boolean insisting;
	private Optional<KeyFileContent> content = Optional.empty();
	private Optional<Notice> notice = Notice.prompt(Messages.FilePage_choose);

	KeyFileReading(KeyFileReader reader, Control owner, Runnable changed) {
		this.reader = reader;
		this.changed = changed;
		job = new LatestJob<>(owner, Messages.FilePage_reading);
	}

	/** What was found; empty as long as nothing was read. */
	Optional<KeyFileContent> content() {
		return content;
	}

	/** What there is to say of the file, apart from its findings. */
	Optional<Notice> notice() {
		return notice;
	}

	/** Whether a reading goes on that takes unusually long, because the user insists. */
	boolean insisting() {
		return insisting && job.running();
	}

	/** Whether opening the file would take unusually long. */
	boolean expensive() {
		return !job.running() && content.flatMap(KeyFileContent::problem)
				.filter(problem -> problem.reason() == Reason.TOO_EXPENSIVE).isPresent();
	}

	/**
	 * @param second   a second file, blank for none
	 * @param password taken over and cleared; empty when none was typed
	 * @param insists  whether the user wants the file opened however long it takes
	 */
	void start(String path, String second, char[] password, boolean insists) {
		forget();
		pending = password;
		insisting = insists;
		Optional<KeyFileRequest> request = request(path, second, password);
		if (request.isEmpty()) {
			forget();
			say(path.isBlank() ? Notice.prompt(Messages.FilePage_choose) : Notice.error(Messages.FilePage_notAPath));
			return;
		}
		KeyFileRequest asked = insists ? request.get().insisting() : request.get();
		job.start(insists ? 0 : TYPING_PAUSE_MILLIS, monitor -> read(asked, monitor::isCanceled), new Receiver());
		say(Notice.prompt(insists ? Messages.FilePage_readingLong : Messages.FilePage_reading));
	}

	private static Optional<KeyFileRequest> request(String path, String second, char[] password) {
		Optional<KeyFileRequest> request = FilePaths.absolute(path)
				.map(file -> KeyFileRequest.of(file, password.length == 0 ? null : password));
		return second.isBlank() ? request : request.flatMap(alone -> FilePaths.absolute(second).map(alone::withKeyFile));
	}

	/** Drops what was read, and the password. */
	void forget() {
		job.cancel();
		content = Optional.empty();
		Arrays.fill(pending, '\0');
	}

	private KeyFileContent read(KeyFileRequest request, Cancellation cancellation) {
		try {
			KeyFileContent found = reader.inspect(request, cancellation);
			return request.password() == null && has(found, Reason.PASSWORD_REQUIRED)
					? readWithEmptyPassword(request, found, cancellation)
					: found;
		} finally {
			if (request.password() != null) {
				Arrays.fill(request.password(), '\0');
			}
		}
	}

	/** An empty field may mean the empty password, which some tools write files with. */
	private KeyFileContent readWithEmptyPassword(KeyFileRequest request, KeyFileContent without, Cancellation cancellation) {
		KeyFileContent found = reader.inspect(
				new KeyFileRequest(request.file(), request.keyFile(), new char[0], request.patient()), cancellation);
		return has(found, Reason.WRONG_PASSWORD) ? without : found;
	}

	private static boolean has(KeyFileContent content, Reason reason) {
		return content.problem().filter(problem -> problem.reason() == reason).isPresent();
	}

	private void say(Optional<Notice> what) {
		notice = what;
		changed.run();
	}

	private static Notice told(KeyFileContent found, CertificateAccessException problem) {
		String sentence = switch (Counterpart.of(found)) {
		case KEY -> Messages.FilePage_keyMissing;
		case CERTIFICATE -> Messages.FilePage_certificateMissing;
		case NONE -> problem.getLocalizedMessage();
		};
		boolean asks = Counterpart.of(found) != Counterpart.NONE || problem.reason() == Reason.PASSWORD_REQUIRED;
		return new Notice(asks ? Notice.Level.PROMPT : Notice.Level.ERROR, sentence);
	}

	private final class Receiver implements LatestJob.Receiver<KeyFileContent> {

		@Override
		public void done(KeyFileContent found) {
			content = Optional.of(found);
			say(found.problem().map(problem -> told(found, problem)));
		}

		@Override
		public void failed(Throwable failure) {
			Failures.log(failure);
			say(Notice.error(Failures.sentence(failure)));
		}
	}
}
