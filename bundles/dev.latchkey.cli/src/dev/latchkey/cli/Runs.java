package dev.latchkey.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationRequest;

/** What this console did to tenants before. */
final class Runs {

	private final Environment environment;

	Runs(Environment environment) {
		this.environment = environment;
	}

	/** Tells of runs that were interrupted; nothing else depends on it. */
	void mentionInterrupted() {
		try {
			environment.services().get(Journal.class).interrupted().forEach(run -> environment.terminal()
					.say(Messages.format(Messages.interrupted, run.id(), run.started(), run.domain(), run.applicationName())));
		} catch (RegistrationException e) {
			environment.terminal().say(e.getLocalizedMessage());
		} catch (Refusal e) {
			environment.terminal().say(e.getMessage());
		}
	}

	/** The interrupted run that is to be gone on with. */
	UUID resumed(UUID id, RegistrationRequest request) throws RegistrationException, Refusal {
		Optional<JournalRun> run = environment.services().get(Journal.class).find(id)
				.filter(each -> each.state() == JournalRun.State.INTERRUPTED);
		if (run.filter(each -> each.tenantId().equals(request.tenant().id()) && each.applicationId().equals(request.applicationId()))
				.isEmpty()) {
			throw new Refusal(Refusal.NO_SUCH_RUN, Messages.noSuchInterrupted);
		}
		return id;
	}

	/** @param id null for the newest one that left something */
	JournalRun toUndo(UUID id) throws RegistrationException, Refusal {
		Journal journal = environment.services().get(Journal.class);
		List<JournalRun> left = journal.runs().stream().filter(run -> id == null ? run.leftSomething() : run.id().equals(id)).toList();
		if (left.isEmpty()) {
			journal.problems().forEach(environment.terminal()::say);
			throw new Refusal(Refusal.NO_SUCH_RUN, id == null ? Messages.nothingToUndo : Messages.noSuchRun);
		}
		return left.get(0);
	}
}
