package dev.latchkey.registration.graph.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.graph.journal.RunHistory.UnreadableException;

/** The runs that a folder has: reads them without a lock, and lets go of those that nobody needs any more. */
final class SavedRuns {

	/** Of each application, so many of the runs that are over are kept. */
	private static final int KEPT = 100;

	private final RunFolder folder;

	SavedRuns(RunFolder folder) {
		this.folder = folder;
	}

	/**
	 * The newest first; those without a change are left out.
	 *
	 * @param problems gets a sentence for each file that can't be used
	 */
	List<JournalRun> all(List<String> problems) throws RegistrationException {
		return read(folder::files, problems);
	}

	/** As {@link #all}, of one application. */
	List<JournalRun> of(String applicationId) throws RegistrationException {
		return read(() -> folder.files(applicationId), new ArrayList<>()).stream()
				.filter(run -> run.applicationId().equals(applicationId)).toList();
	}

	private List<JournalRun> read(Listing files, List<String> problems) throws RegistrationException {
		List<JournalRun> runs = new ArrayList<>();
		try {
			for (Path file : files.list()) {
				read(file, problems).filter(run -> !run.changes().isEmpty()).ifPresent(runs::add);
			}
		} catch (IOException e) {
			throw new RegistrationException(Failure.of(Reason.JOURNAL_UNUSABLE, folder.toString()), e);
		}
		runs.sort(Comparator.comparing(JournalRun::started).reversed());
		return List.copyOf(runs);
	}

	private interface Listing {
		List<Path> list() throws IOException;
	}

	private static Optional<JournalRun> read(Path file, List<String> problems) {
		try {
			RunFile.Content content = RunFile.read(file);
			RunHistory history = RunHistory.of(content.bytes());
			return history.hasHead() ? Optional.of(history.run(content.running())) : Optional.empty();
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (UnreadableException e) {
			problems.add(e.isNewer() ? NLS.bind(Messages.FileJournal_newer, file)
					: NLS.bind(Messages.FileJournal_damaged, file, e.line()));
		} catch (IOException e) {
			problems.add(NLS.bind(Messages.FileJournal_unreadable, file));
		}
		return Optional.empty();
	}

	/** Of an application that gets one more run; what is interrupted, damaged or newer stays. */
	void prune(String applicationId) throws IOException {
		List<Path> files = folder.files(applicationId);
		List<JournalRun> over = new ArrayList<>();
		for (Path file : files.size() > KEPT ? files : List.<Path>of()) {
			read(file, new ArrayList<>()).filter(run -> run.applicationId().equals(applicationId))
					.filter(run -> run.state() == State.FINISHED || run.state() == State.UNDONE || run.changes().isEmpty())
					.ifPresent(over::add);
		}
		over.sort(Comparator.comparing(JournalRun::started).reversed());
		Map<String, Integer> kept = new HashMap<>();
		for (JournalRun run : over) {
			if (kept.merge(run.cloudId() + ' ' + run.tenantId(), 1, Integer::sum) > KEPT) {
				delete(run.id());
			}
		}
	}

	private void delete(UUID id) throws IOException {
		try {
			Optional<RunFile> file = RunFile.open(folder.file(id));
			if (file.isPresent()) {
				file.get().delete();
			}
		} catch (NoSuchFileException e) {
			// another console was quicker
		}
	}
}
