package dev.latchkey.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that knows what was done to tenants from this console, also before a crash. Each change is written down, and is
 * on the disk, before it is sent. Callable from any thread; reads small local files, so prefer background threads.
 */
@ProviderType
public interface Journal {

	/**
	 * All runs that changed something, the newest first. What cannot be read is left out and told by {@link #problems()}.
	 *
	 * @throws RegistrationException {@link Reason#JOURNAL_UNUSABLE}
	 */
	List<JournalRun> runs() throws RegistrationException;

	/**
	 * The {@link #runs()} of one application, for which those of others need not be read.
	 *
	 * @param applicationId a GUID in lower case
	 */
	default List<JournalRun> runs(String applicationId) throws RegistrationException {
		return runs().stream().filter(run -> run.applicationId().equals(applicationId)).toList();
	}

	/** The runs that were interrupted and left something that nobody has decided about, the newest first. */
	default List<JournalRun> interrupted() throws RegistrationException {
		return runs().stream().filter(JournalRun::isOpen).toList();
	}

	/** The run with that id, when there is one. */
	default Optional<JournalRun> find(UUID id) throws RegistrationException {
		return runs().stream().filter(run -> run.id().equals(id)).findFirst();
	}

	/**
	 * Marks an interrupted run as finished as it is: nobody is asked about it again. What it left stays in the tenant, and
	 * the run can still be undone.
	 *
	 * @throws RegistrationException {@link Reason#JOURNAL_UNUSABLE}
	 */
	void settle(UUID id) throws RegistrationException;

	/** One localized sentence for every run that could not be read, with the next step. */
	List<String> problems();
}
