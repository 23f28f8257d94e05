package dev.latchkey.ui.internal.certificate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.certificate.CertificateAccessException;
import dev.latchkey.certificate.CertificateAccessException.Reason;
import dev.latchkey.certificate.KeyFileReader;
import dev.latchkey.certificate.KeyFileRequest;
import dev.latchkey.certificate.KeyMaterial;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.LatestJob;
import dev.latchkey.ui.internal.forms.Notice;

/** Reads the chosen file in the background whenever path or password have changed; an earlier reading is dropped. */
final class KeyFileReading {

	/** Long enough not to try half-typed passwords, short enough not to be noticed. */
	private static final long TYPING_PAUSE_MILLIS = 500;

	private final KeyFileReader reader;
	private final Runnable changed;
	private final LatestJob<List<KeyMaterial>> job;
	private char[] pending = {};
	private List<KeyMaterial> keys = List.of();
	private Optional<Notice> notice = Notice.prompt(Messages.PfxPage_choose);

	KeyFileReading(KeyFileReader reader, Control owner, Runnable changed) {
		this.reader = reader;
		this.changed = changed;
		job = new LatestJob<>(owner, Messages.PfxPage_reading);
	}

	/** What the file has; empty as long as it could not be read. */
	List<KeyMaterial> keys() {
		return keys;
	}

	Optional<Notice> notice() {
		return notice;
	}

	/** @param password taken over and cleared; empty when none was typed */
	void start(String path, char[] password) {
		forget();
		pending = password;
		Optional<Path> file = file(path);
		if (path.isBlank() || file.isEmpty()) {
			forget();
			say(path.isBlank() ? Notice.prompt(Messages.PfxPage_choose) : Notice.error(Messages.PfxPage_notAPath));
			return;
		}
		say(Notice.prompt(Messages.PfxPage_reading));
		job.start(TYPING_PAUSE_MILLIS, monitor -> read(file.get(), password, monitor::isCanceled), new Receiver());
	}

	/** Drops what was read, and the password. */
	void forget() {
		job.cancel();
		keys = List.of();
		Arrays.fill(pending, '\0');
	}

	/** The absolute path that a text means; empty when it means none. */
	static Optional<Path> file(String text) {
		try {
			Path path = Path.of(text.strip());
			return path.isAbsolute() ? Optional.of(path) : Optional.empty();
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}

	private List<KeyMaterial> read(Path file, char[] password, Cancellation cancellation)
			throws CertificateAccessException {
		try {
			return reader.read(KeyFileRequest.of(file, password.length == 0 ? null : password), cancellation).keys();
		} catch (CertificateAccessException e) {
			if (e.reason() != Reason.PASSWORD_REQUIRED || password.length > 0) {
				throw e;
			}
			return readWithEmptyPassword(file, cancellation, e);
		} finally {
			Arrays.fill(password, '\0');
		}
	}

	/** An empty field may mean the empty password, which some tools write files with. */
	private List<KeyMaterial> readWithEmptyPassword(Path file, Cancellation cancellation,
			CertificateAccessException without) throws CertificateAccessException {
		try {
			return reader.read(KeyFileRequest.of(file, new char[0]), cancellation).keys();
		} catch (CertificateAccessException e) {
			throw e.reason() == Reason.WRONG_PASSWORD ? without : e;
		}
	}

	private void say(Optional<Notice> what) {
		notice = what;
		changed.run();
	}

	private final class Receiver implements LatestJob.Receiver<List<KeyMaterial>> {

		@Override
		public void done(List<KeyMaterial> answer) {
			keys = answer;
			say(Optional.empty());
		}

		@Override
		public void failed(Throwable failure) {
			boolean asks = failure instanceof CertificateAccessException known
					&& known.reason() == Reason.PASSWORD_REQUIRED;
			say(asks ? Notice.prompt(Failures.sentence(failure)) : Notice.error(Failures.sentence(failure)));
		}
	}
}
