package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionRemoval.Added;
import dev.latchkey.connection.ConnectionRemoval.Leftover;
import dev.latchkey.connection.ConnectionRemoval.TakenBack;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.AdminScope;
import dev.latchkey.registration.AdminSession;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.Journal;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.JournalRun.Outcome;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.RegistrationException;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.UndoResult;
import dev.latchkey.registration.UndoResult.Undone;

class JournalRemovalTest {

	private static final Proof CONNECTED = new Proof(State.CONNECTED, Optional.of(Instant.EPOCH), Set.of(),
			Optional.empty());
	private static final String GRANT = "grant:00000003-0000-0000-c000-000000000000:";

	@TempDir
	private Path folder;
	private FileConnectionService connections;
	private final Surroundings surroundings = new Surroundings();
	private final ScriptedRegistration registration = new ScriptedRegistration();
	private final List<JournalRun> runs = new ArrayList<>();
	private final List<UUID> undone = new ArrayList<>();
	private Connection connection;

	@BeforeEach
	void open() throws Exception {
		connections = new FileConnectionService(folder);
		connection = connections.save(surroundings.connection(CONNECTED));
		registration.undoing(this::undo);
	}

	private UndoResult undo(JournalRun run) {
		undone.add(run.id());
		return new UndoResult(run.changes().stream()
				.map(change -> new Undone(change, change.irrevocable() ? UndoResult.Outcome.NOT_ATTEMPTED
						: UndoResult.Outcome.UNDONE, Optional.empty(), Optional.empty()))
				.toList());
	}

	private JournalRemoval removal() {
		return new JournalRemoval(connections, registration, new Written(runs), surroundings, surroundings.profiles(),
				surroundings.certificates());
	}

	/** The newest run comes first in the journal. */
	private JournalRun run(Connection of, Change... changes) {
		JournalRun run = new JournalRun(UUID.randomUUID(), Instant.EPOCH, JournalRun.State.FINISHED, of.cloudId(),
				of.tenantId(), of.domain(), of.applicationId(), "Console", of.services(), of.account(), of.profileId(), "",
				Arrays.asList(changes));
		runs.add(0, run);
		return run;
	}

	private static Change change(String item, Outcome outcome) {
		return new Change(item, item, outcome, Map.of(), Instant.EPOCH);
	}

	private static Change certificate(String sha256) {
		return new Change("certificate", "", Outcome.DONE, Map.of("certificate", sha256.toLowerCase()), Instant.EPOCH);
	}

	private Added added() throws ConnectionException {
		return removal().added(connection.id(), Optional.empty());
	}

	@Test
	void whatIsOrMayBeThereIsListedNewestFirst() throws Exception {
		JournalRun first = run(connection, certificate(connection.certificate().sha256()),
				change(GRANT + "A", Outcome.UNDONE), change("remove:1", Outcome.DONE));
		JournalRun second = run(connection, change(GRANT + "B", Outcome.BEGUN));
		run(connection, change("remove:2", Outcome.DONE));
		run(connection, change(GRANT + "C", Outcome.FAILED));
		run(surroundings.connection(CONNECTED, "11111111-2222-3333-4444-555555555555"), change(GRANT + "D", Outcome.DONE));

		Added added = added();
		assertEquals(List.of(second, first), added.runs());
		assertEquals(List.of("certificate"), added.leftovers().get(1).changes().stream().map(Change::itemId).toList());
		assertEquals(Set.of(AdminScope.GRANT_PERMISSIONS, AdminScope.READ_APPLICATIONS, AdminScope.WRITE_APPLICATIONS),
				added.scopes());
		assertEquals(connection.tenantId(), added.tenant().id());
	}

	@Test
	void whatAnotherConnectionUsesStays() throws Exception {
		Connection other = connections.save(surroundings.connection(CONNECTED)
				.renewed(Surroundings.OTHER, Instant.EPOCH, "00", Instant.EPOCH, CONNECTED).named("Other"));
		JournalRun mine = run(connection, certificate(connection.certificate().sha256()),
				change(GRANT + "Own", Outcome.DONE));
		run(connection, change(GRANT + "Directory.Read.All", Outcome.DONE));
		run(connection, certificate(Surroundings.OTHER.sha256()));
		run(connection, change("declaration", Outcome.DONE));
		run(connection, change("service-principal:1", Outcome.DONE));

		Added added = added();
		assertEquals(List.of(mine), added.runs());
		assertEquals(4, added.leftovers().stream().map(Leftover::usedBy).filter(List.of(other)::equals).count());
		TakenBack taken = removal().takeBack(added, session(connection.tenantId()), soFar -> {
		}, null);
		assertEquals(List.of(mine.id()), undone);
		assertTrue(taken.complete());
	}

	@Test
	void oneFailureDoesNotStopTheOthers() throws Exception {
		JournalRun oldest = run(connection, change(GRANT + "A", Outcome.DONE), change("remove:1", Outcome.DONE));
		JournalRun newest = run(connection, change(GRANT + "B", Outcome.DONE));
		registration.undoing(run -> {
			if (run.equals(newest)) {
				throw new RegistrationException(Failure.of(Reason.RUN_IN_USE));
			}
			return undo(run);
		});
		TakenBack taken = removal().takeBack(added(), session(connection.tenantId()), soFar -> {
		}, null);
		assertEquals(List.of(newest, oldest), taken.runs().stream().map(each -> each.run()).toList());
		assertFalse(taken.complete());
		assertEquals(Optional.of(Reason.RUN_IN_USE), taken.runs().get(0).failure().map(Failure::reason));
		assertTrue(taken.runs().get(1).complete(), "what nobody can put back is no reason to try again");
		assertEquals(State.NOT_VERIFIED, connections.find(connection.id()).orElseThrow().state());
	}

	@Test
	void whoCancelsKeepsTheRest() throws Exception {
		run(connection, change(GRANT + "A", Outcome.DONE));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		TakenBack taken = removal().takeBack(added(), session(connection.tenantId()), soFar -> {
		}, cancelled);
		assertFalse(taken.complete());
		assertEquals(List.of(), undone);
		assertEquals(State.CONNECTED, connections.find(connection.id()).orElseThrow().state());
	}

	@Test
	void anAdministratorOfAnotherTenantChangesNothing() throws Exception {
		run(connection, change(GRANT + "A", Outcome.DONE));
		Added added = added();
		ConnectionException refused = assertThrows(ConnectionException.class,
				() -> removal().takeBack(added, session("another"), soFar -> {
				}, null));
		assertEquals(Optional.of(Reason.WRONG_TENANT), refused.failure().map(Failure::reason));
		assertEquals(List.of(), undone);
	}

	private static AdminSession session(String tenantId) {
		return new Session(new Tenant(MicrosoftClouds.GLOBAL, tenantId, "contoso.example"));
	}

	private record Session(Tenant tenant) implements AdminSession {
		@Override
		public String userName() {
			return "admin@contoso.example";
		}

		@Override
		public Set<String> roleTemplateIds() {
			return Set.of();
		}

		@Override
		public Set<AdminScope> scopes() {
			return Set.of();
		}

		@Override
		public void close() {
			// nothing to drop
		}
	}

	private record Written(List<JournalRun> runs) implements Journal {
		@Override
		public void settle(UUID id) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<String> problems() {
			return List.of();
		}
	}
}
