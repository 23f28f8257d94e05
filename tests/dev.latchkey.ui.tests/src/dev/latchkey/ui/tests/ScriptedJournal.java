package dev.latchkey.ui.tests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.JournalRun.State;
import dev.latchkey.registration.PlanItem;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.Service;

/** The runs of the scripted registration, and those that a test makes up. */
final class ScriptedJournal implements Journal {

	private final List<JournalRun> runs = new ArrayList<>();

	@Override
	public synchronized List<JournalRun> runs() {
		return List.copyOf(runs);
	}

	@Override
	public synchronized void settle(UUID id) {
		runs.replaceAll(run -> run.id().equals(id) ? with(run, State.FINISHED, run.changes()) : run);
	}

	@Override
	public List<String> problems() {
		return List.of();
	}

	synchronized JournalRun add(JournalRun run) {
		runs.add(0, run);
		return run;
	}

	/** A run that ended in the middle of its second change. */
	JournalRun interrupted(String certificate) {
		return add(new JournalRun(UUID.randomUUID(), Instant.parse("2026-11-20T09:30:00Z"), State.INTERRUPTED, "global",
				"6f7c9d0e-0000-4000-8000-00000000c0de", "contoso.com", OpenWizard.APPLICATION, "Contoso Backup",
				Set.of(Service.EXCHANGE, Service.SHAREPOINT), Optional.of("alex@contoso.com"), "dev.latchkey.backup", certificate,
				List.of(change(PlanItem.AddCertificate.ID, "Certificate CN=Latchkey", Outcome.DONE),
						change("grant:g:Group.Read.All", "Microsoft Graph: Group.Read.All", Outcome.BEGUN))));
	}

	static Change change(String itemId, String title, Outcome outcome) {
		return new Change(itemId, title, outcome, Map.of(), Instant.parse("2026-11-20T09:30:01Z"));
	}

	/** The run that the plan goes on with, or a new one. */
	synchronized UUID begin(RegistrationPlan plan) {
		return plan.continues().orElseGet(() -> add(new JournalRun(UUID.randomUUID(), Instant.now(), State.FINISHED,
				plan.request().tenant().cloud().id(), plan.request().tenant().id(), plan.request().tenant().domain(),
				plan.request().applicationId(), plan.applicationName(), plan.request().services(), plan.request().account(),
				plan.request().profile().id(), "", List.of())).id());
	}

	synchronized void wrote(UUID id, PlanItem item) {
		runs.replaceAll(run -> {
			List<Change> changes = new ArrayList<>(run.changes());
			changes.add(change(item.id(), item.title(), Outcome.DONE));
			return run.id().equals(id) ? with(run, run.state(), changes) : run;
		});
	}

	synchronized void undone(UUID id) {
		runs.replaceAll(run -> run.id().equals(id) ? with(run, State.UNDONE, run.changes().stream()
				.map(change -> change(change.itemId(), change.title(), Outcome.UNDONE)).toList()) : run);
	}

	private static JournalRun with(JournalRun run, State state, List<Change> changes) {
		return new JournalRun(run.id(), run.started(), state, run.cloudId(), run.tenantId(), run.domain(),
				run.applicationId(), run.applicationName(), run.services(), run.account(), run.profileId(),
				run.certificate(), changes);
	}
}
