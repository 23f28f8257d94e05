package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.Proof;

/** The commands for many connections, and for the end of one. */
class FleetCommandsTest extends FleetTest {

	@TempDir
	private Path folder;

	@Test
	void theWorstConnectionMakesTheExitCode() throws Exception {
		Session fine = all();
		assertEquals(0, fine.exit(), fine::out);
		assertEquals(List.of("CONNECTED"), texts(fine.json(), "connections", "result"));

		tenant.directory().grant(tenant.scenario().applicationId(), "Microsoft Graph", "Application.ReadWrite.All");
		Session changed = all();
		assertEquals(11, changed.exit(), changed::out);
		JsonObject connection = changed.json().getAsJsonArray("connections").get(0).getAsJsonObject();
		assertTrue(texts(connection, "drifts", "kind").contains("PERMISSION_ADDED"), changed::out);

		tenant.directory().revoke(tenant.scenario().applicationId(), "Office 365 SharePoint Online", "Sites.FullControl.All");
		Session missing = all();
		assertEquals(13, missing.exit(), missing::out);
		assertEquals("NEEDS_PERMISSION", missing.reason());
		assertTrue(Session.of("connections", "list").out().contains("needs permission"));
	}

	@Test
	void oneThatCanNotBeTriedDoesNotStopTheOthers() throws Exception {
		keyless(Instant.parse("2099-01-01T00:00:00Z"));
		Session untried = all();
		assertEquals(14, untried.exit(), untried::out);
		assertEquals(List.of("CONNECTED", "NOT_VERIFIED"), texts(untried.json(), "connections", "result"));
		JsonObject problem = untried.json().getAsJsonArray("connections").get(1).getAsJsonObject().getAsJsonObject("problem");
		assertEquals("CERTIFICATE_MISSING", problem.get("reason").getAsString());

		keyless(Instant.EPOCH);
		Session expired = Session.of("verify", "--all", "--at-once", "1", "--cloud", tenant.cloudFile());
		assertEquals(15, expired.exit(), expired::out);
		assertTrue(expired.err().contains("Connections that need attention: 2 of 3; the worst: expired."), expired::err);
	}

	@Test
	void whatCanNotBeTriedAnyMoreIsNotListedAsConnected() throws Exception {
		keyless(Instant.parse("2099-01-01T00:00:00Z"),
				new Proof(State.CONNECTED, Optional.of(Instant.EPOCH), Set.of(), Optional.empty()));
		JsonObject verified = all().json().getAsJsonArray("connections").get(1).getAsJsonObject();
		assertEquals("NOT_VERIFIED", verified.get("state").getAsString());
		String sentence = verified.getAsJsonObject("problem").get("message").getAsString();

		JsonObject listed = Session.of("connections", "list", "--json").json().getAsJsonArray("connections").get(1).getAsJsonObject();
		assertEquals("NOT_VERIFIED", listed.get("standing").getAsString());
		assertEquals("CERTIFICATE_MISSING", listed.getAsJsonObject("failure").get("reason").getAsString());
		assertEquals(sentence, listed.getAsJsonObject("failure").get("message").getAsString());
		String told = Session.of("verify", "--all", "--cloud", tenant.cloudFile()).out();
		assertEquals(told.indexOf(sentence), told.lastIndexOf(sentence), "told once: " + told);
		assertTrue(told.contains(sentence), told);
	}

	@Test
	void aClosedWayIsNoFaultOfTheConnection() {
		tenant.faults().add("drop");
		Session closed = all();
		assertEquals(12, closed.exit(), closed::out);
		assertEquals("UNREACHABLE", closed.reason());
	}

	@Test
	void aNameOfTheAdministratorSurvivesVerifying() {
		assertEquals(0, Session.of("connections", "rename", "contoso", "Customer 7").exit());
		assertEquals(0, all().exit());
		assertEquals(List.of("Customer 7"), texts(Session.of("connections", "list", "--json").json(), "connections", "name"));
		assertEquals(2, Session.of("connections", "rename", "Customer 7", " ").exit());
	}

	@Test
	void aConnectionIsRemovedWithWhatWasAdded() {
		Session asked = Session.of("connections", "remove", "contoso", "--with-tenant", "--cloud", tenant.cloudFile(), "--json");
		assertEquals("CONFIRMATION_REQUIRED", asked.reason());
		assertTrue(asked.err().contains("  Certificate CN=Fleet"), "shown first");
		Session removed = Session.of("connections", "remove", "contoso", "--with-tenant", "--cloud", tenant.cloudFile(), "--yes",
				"--json");
		assertEquals(0, removed.exit(), removed::err);
		assertTrue(removed.err().contains("Certificate CN=Fleet"), removed::err);
		assertEquals(before, tenant.directory().state());
		assertEquals(1, removed.json().getAsJsonArray("removed").size());
		assertEquals(0, Session.of("connections", "list", "--json").json().getAsJsonArray("connections").size());
	}

	@Test
	void whatCanNotBeTakenBackKeepsTheConnection() throws Exception {
		tenant.faults().add("throttled-long");
		Session kept = Session.of("connections", "remove", "contoso", "--with-tenant", "--cloud", tenant.cloudFile(), "--yes", "--json");
		assertEquals("NOT_COMPLETE", kept.reason(), kept::out);
		assertEquals(1, connections.list().size());
		assertEquals(0, kept.json().getAsJsonArray("removed").size());
	}

	@Test
	void withoutAConnectionThereIsNoCalendar() throws Exception {
		Path file = Files.writeString(folder.resolve("ends.ics"), "as it was");
		assertEquals(0, Session.of("connections", "remove", "contoso", "--yes").exit());
		Session refused = Session.of("connections", "calendar", file, "--force", "--json");
		assertEquals(1, refused.exit());
		assertEquals("NOTHING_TO_WRITE", refused.reason());
		assertEquals("as it was", Files.readString(file));
	}

	@Test
	void theEndsAreACalendar() throws Exception {
		Path file = folder.resolve("ends.ics");
		assertEquals(0, Session.of("connections", "calendar", file).exit());
		assertTrue(Files.readString(file).startsWith("BEGIN:VCALENDAR\r\n"));
		assertEquals("FILE_EXISTS", Session.of("connections", "calendar", file, "--json").reason());
		assertEquals(0, Session.of("connections", "calendar", file, "--force").exit());
	}
}
