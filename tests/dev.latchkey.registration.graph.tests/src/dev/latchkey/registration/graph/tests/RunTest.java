package dev.latchkey.registration.graph.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.RegistrationPlan;
import dev.latchkey.registration.RegistrationRequest;
import dev.latchkey.registration.RegistrationResult;
import dev.latchkey.registration.Service;
import dev.latchkey.registration.UndoResult;

/** Runs, and taking them back. */
abstract class RunTest extends TenantTest {

	static final String SITES = "grant:00000003-0000-0000-c000-000000000000:Sites.Read.All";

	final Journal journal = Services.get(Journal.class);

	/** Each kind of change: the application has no service principal, and needs little. */
	final RegistrationRequest narrow() throws RegistrationException {
		return new RegistrationRequest(contoso(), Optional.empty(), Set.of(Service.SHAREPOINT),
				tenant.scenario().applicationIds().get("orphan"), certificate, new NarrowProfile());
	}

	final RegistrationPlan plan(RegistrationRequest request, AdminSession session) throws RegistrationException {
		return service.plan(request, session, null);
	}

	final JournalRun run(RegistrationResult result) throws RegistrationException {
		return journal.find(result.run().orElseThrow()).orElseThrow();
	}

	final UndoResult undo(JournalRun run, AdminSession session) throws RegistrationException {
		List<UndoResult> told = new ArrayList<>();
		UndoResult result = service.undo(run, session, told::add, null);
		assertEquals(result, told.get(told.size() - 1));
		return result;
	}

	final void undone(JournalRun run, AdminSession session) throws RegistrationException {
		UndoResult result = undo(run, session);
		assertTrue(result.complete(), result::toString);
		assertEquals(JournalRun.State.UNDONE, journal.find(run.id()).orElseThrow().state());
	}

	/** Of this test, which has a certificate of its own. */
	final List<JournalRun> ours(List<JournalRun> runs) throws GeneralSecurityException {
		String sha256 = HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.certificate().getEncoded()));
		return runs.stream().filter(run -> run.certificate().equals(sha256)).toList();
	}

	static List<JournalRun.Outcome> outcomes(JournalRun run) {
		return run.changes().stream().map(Change::outcome).toList();
	}

	static UndoResult.Undone change(UndoResult result, String itemId) {
		return result.changes().stream().filter(each -> each.change().itemId().equals(itemId)).findFirst().orElseThrow();
	}
}
