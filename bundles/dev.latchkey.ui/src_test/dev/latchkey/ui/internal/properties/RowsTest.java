package dev.latchkey.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.CertificateReference;
import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Proof;
import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.JournalRun;
import dev.latchkey.registration.JournalRun.Change;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.PermissionProfile;
import dev.latchkey.registration.PlanItem.AssignDirectoryRole;
import dev.latchkey.registration.PlanItem.GrantPermission;
import dev.latchkey.registration.Resource;
import dev.latchkey.registration.Service;
import dev.latchkey.ui.internal.properties.PermissionRow.Proven;

/** The rows of the property pages. */
class RowsTest {

	private static final PermissionProfile PROFILE = new PermissionProfile() {

		@Override
		public String id() {
			return "com.contoso.sites";
		}

		@Override
		public String name() {
			return "Sites";
		}

		@Override
		public String vendor() {
			return "Contoso";
		}

		@Override
		public List<PermissionNeed> permissions(Set<Service> services, Cloud cloud) {
			return List.of(need("Sites.Read.All"), need("User.Read.All"));
		}

		private PermissionNeed need(String value) {
			return new PermissionNeed(Resource.MICROSOFT_GRAPH, value, Set.of(Service.SHAREPOINT), "reads " + value);
		}

		@Override
		public List<DirectoryRoleNeed> directoryRoles(Set<Service> services, Cloud cloud) {
			return List.of(new DirectoryRoleNeed("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", "reads settings"));
		}
	};

	private static List<PermissionRow> rows(Set<String> met) {
		Connection connection = new Connection(UUID.randomUUID(), 0, "Contoso", "global", "6f7c9d0e-0000-4000-8000-00000000c0de",
				"contoso.com", Optional.empty(), "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", Optional.empty(),
				new CertificateReference("store", "a".repeat(64)), Instant.EPOCH, List.of(), Set.of(Service.SHAREPOINT),
				PROFILE.id(), new Proof(State.CONNECTED, Optional.empty(), met, Optional.empty()));
		return PermissionRow.of(connection, PROFILE, MicrosoftClouds.GLOBAL);
	}

	@Test
	void whatIsMissingComesFirst() {
		Set<Service> services = Set.of(Service.SHAREPOINT);
		List<PermissionRow> rows = rows(Set.of(
				GrantPermission.id(PROFILE.permissions(services, MicrosoftClouds.GLOBAL).get(0)),
				AssignDirectoryRole.id(PROFILE.directoryRoles(services, MicrosoftClouds.GLOBAL).get(0))));
		assertEquals(List.of("User.Read.All", "Sites.Read.All", "Global Reader"), rows.stream().map(PermissionRow::title).toList());
		assertEquals(List.of(Proven.MISSING, Proven.YES, Proven.YES), rows.stream().map(PermissionRow::proven).toList());
	}

	@Test
	void whatWasNeverProvenIsNotCalledMissing() {
		assertEquals(Set.of(Proven.UNKNOWN), Set.copyOf(rows(Set.of()).stream().map(PermissionRow::proven).distinct().toList()));
	}

	@Test
	void eachOutcomeOfARunHasItsOwnWord() {
		for (JournalRun.State state : JournalRun.State.values()) {
			HistoryRow row = HistoryRow.of(run(state));
			assertEquals(JournalRun.Outcome.values().length, row.changes().stream().map(HistoryRow::outcome).distinct().count());
			assertEquals("title", row.changes().get(0).what());
		}
		assertEquals(JournalRun.State.values().length, List.of(JournalRun.State.values()).stream()
				.map(state -> HistoryRow.of(run(state)).outcome()).distinct().count());
	}

	private static JournalRun run(JournalRun.State state) {
		List<Change> changes = List.of(JournalRun.Outcome.values()).stream()
				.map(outcome -> new Change("item", "title", outcome, Map.of(), Instant.EPOCH)).toList();
		return new JournalRun(UUID.randomUUID(), Instant.EPOCH, state, "global", "6f7c9d0e-0000-4000-8000-00000000c0de",
				"contoso.com", "1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "Backup", Set.of(Service.SHAREPOINT), Optional.empty(),
				PROFILE.id(), "a".repeat(64), changes);
	}
}
