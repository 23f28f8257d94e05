package dev.latchkey.registration.graph.journal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.Thumbprint;
import dev.latchkey.registration.graph.journal.RunHistory.UnreadableException;

/** Keeps one file for each run in the console's configuration area, which all of its workspaces share. */
@Component(service = { Journal.class, FileJournal.class })
public final class FileJournal implements Journal {

	/** For a plan that has nothing to write. */
	public static final ChangeLog NOTHING_TO_WRITE = (itemId, title, ids) -> {
		throw new IllegalStateException("Not planned: " + itemId); //$NON-NLS-1$
	};

	private static final String AREA = "dev.latchkey.registration/journal"; //$NON-NLS-1$

	private final RunFolder folder;
	private final SavedRuns saved;

	@Activate
	public FileJournal(@Reference(target = "(type=osgi.configuration.area)") Location configuration)
			throws IOException, URISyntaxException {
		this(Path.of(URIUtil.toURI(configuration.getDataArea(AREA))));
	}

	/** @param folder need not exist yet */
	FileJournal(Path folder) {
		this.folder = new RunFolder(folder);
		saved = new SavedRuns(this.folder);
	}

	@Override
	public List<JournalRun> runs() throws RegistrationException {
		return saved.all(new ArrayList<>());
	}

	@Override
	public List<JournalRun> runs(String applicationId) throws RegistrationException {
		return saved.of(applicationId);
	}

	@Override
	public List<String> problems() {
		List<String> problems = new ArrayList<>();
		try {
			saved.all(problems);
		} catch (RegistrationException e) {
			problems.add(e.getLocalizedMessage());
		}
		return List.copyOf(problems);
	}

	@Override
	public void settle(UUID id) throws RegistrationException {
		try (RunJournal journal = open(id)) {
			if (journal.unheld().state() == State.INTERRUPTED) {
				journal.write(Records.of(Records.FINISHED));
			}
		} catch (Refusal e) {
			throw new RegistrationException(e.failure(), e);
		} catch (IOException e) {
			throw new RegistrationException(Failure.of(Reason.JOURNAL_UNUSABLE, folder.toString()), e);
		}
	}

	/**
	 * Begins the run that carries out a plan, or goes on with the one that the plan continues.
	 *
	 * @throws Refusal {@link Reason#JOURNAL_UNUSABLE}, {@link Reason#RUN_IN_USE}
	 */
	public RunJournal begin(RegistrationPlan plan) throws Refusal {
		Optional<UUID> continued = plan.continues();
		return continued.isPresent() ? proceed(plan.request(), continued.get()) : begin(plan.request(), plan.applicationName());
	}

	/**
	 * Begins a run that has no plan; goes on with the interrupted one of the same application and certificate, where there is one.
	 *
	 * @throws Refusal {@link Reason#JOURNAL_UNUSABLE}, {@link Reason#RUN_IN_USE}
	 */
	public RunJournal takeUp(RegistrationRequest request, String applicationName) throws Refusal {
		try {
			String certificate = Thumbprint.sha256(request.certificate().certificate());
			Optional<UUID> same = runs(request.applicationId()).stream().filter(JournalRun::isOpen)
					.filter(run -> isOf(run, request) && run.certificate().equalsIgnoreCase(certificate)).map(JournalRun::id)
					.findFirst();
			return same.isPresent() ? proceed(request, same.get()) : begin(request, applicationName);
		} catch (RegistrationException e) {
			throw new Refusal(e.failure(), 0, Optional.empty(), e);
		}
	}

	private RunJournal begin(RegistrationRequest request, String applicationName) throws Refusal {
		UUID id = UUID.randomUUID();
		try {
			folder.create();
			saved.prune(request.applicationId());
			RunJournal journal = new RunJournal(RunFile.create(folder.newFile(request.applicationId(), id)), new RunHistory());
			try {
				journal.write(Records.run(id, request, applicationName));
				return journal;
			} catch (IOException e) {
				journal.close();
				throw e;
			}
		} catch (IOException e) {
			throw RunJournal.unusable(folder.toString(), e);
		}
	}

	private RunJournal proceed(RegistrationRequest request, UUID id) throws Refusal {
		RunJournal journal = open(id);
		try {
			if (!isOf(journal.run(), request)) {
				throw new IllegalArgumentException("A run of another application"); //$NON-NLS-1$
			}
			journal.continued();
			return journal;
		} catch (Refusal | RuntimeException e) {
			journal.close();
			throw e;
		}
	}

	private static boolean isOf(JournalRun run, RegistrationRequest request) {
		return run.tenantId().equals(request.tenant().id()) && run.applicationId().equals(request.applicationId());
	}

	/** Takes up a run in order to take it back; the rest is as for {@link #begin}. */
	public RunJournal undo(UUID id) throws Refusal {
		RunJournal journal = open(id);
		try {
			journal.undo();
			return journal;
		} catch (Refusal e) {
			journal.close();
			throw e;
		}
	}

	private RunJournal open(UUID id) throws Refusal {
		try {
			return open(folder.file(id));
		} catch (IOException e) {
			throw RunJournal.unusable(folder.toString(), e);
		}
	}

	private static RunJournal open(Path path) throws Refusal {
		try {
			RunFile file = RunFile.open(path).orElseThrow(
					() -> new Refusal(Failure.of(Reason.RUN_IN_USE), 0, Optional.empty(), null));
			try {
				RunHistory history = RunHistory.of(file.bytes());
				if (!history.hasHead()) {
					throw new IOException("No run"); //$NON-NLS-1$
				}
				file.truncate(history.whole());
				return new RunJournal(file, history);
			} catch (IOException | UnreadableException e) {
				file.close();
				throw e;
			}
		} catch (IOException | UnreadableException e) {
			throw RunJournal.unusable(path.toString(), e);
		}
	}
}
