package dev.latchkey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.google.gson.JsonObject;

import dev.latchkey.registration.CloudCatalog;
import dev.latchkey.tenant.Fault;
import dev.latchkey.tenant.Origin;
import dev.latchkey.tenant.RequestMatcher;

/** Many connections as a monitoring system looks at them, which reads exit codes and documents. */
@Timeout(120)
class MonitoringTest extends FleetTest {

	private static JsonObject first(Session session, String array) {
		return session.json().getAsJsonArray(array).get(0).getAsJsonObject();
	}

	@Test
	void theDocumentIsAsThePageShowsIt() throws Exception {
		keyless(Instant.parse("2099-01-01T00:00:00Z"));
		tenant.directory().grant(tenant.scenario().applicationId(), "Microsoft Graph", "Application.ReadWrite.All");
		Session verified = all();
		assertEquals(14, verified.exit(), verified::out);
		Documents.assertAlike(Documents.example("For monitoring systems"), verified.json());
		assertTrue(verified.err().contains("Contoso: changed\n"), verified::err);
		assertTrue(verified.err().contains("Keyless: not verified\n"), verified::err);
	}

	@Test
	void whatIsRenewedAndWhatIsNotIsAsThePageShowsIt() throws Exception {
		keyless(Instant.parse("2026-01-01T00:00:00Z"));
		InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).put(CloudCatalog.CLOUD_FILES, tenant.cloudFile().toString());
		try {
			Session renewed = Session.of("renew", "--all", "--json");
			assertEquals(1, renewed.exit(), renewed::err);
			assertEquals("NOT_COMPLETE", renewed.reason());
			assertEquals(List.of("DONE", "PREPARING"), texts(renewed.json(), "renewals", "step"));
			Documents.assertAlike(Documents.example("Renewing"), renewed.json());
		} finally {
			InstanceScope.INSTANCE.getNode(CloudCatalog.PREFERENCES).remove(CloudCatalog.CLOUD_FILES);
		}
	}

	@Test
	void whatIsNotProvenInTimeIsToldAndLeftAsItWas() {
		CountDownLatch over = new CountDownLatch(1);
		tenant.faults().add(Fault.on(RequestMatcher.at(Origin.AUTHORITY).withPath("/token")).before(() -> await(over)));
		try {
			Session late = Session.of("verify", "--all", "--time-limit", "PT1S", "--cloud", tenant.cloudFile(), "--json");
			assertEquals(14, late.exit(), late::out);
			assertEquals("TIME_LIMIT", first(late, "connections").getAsJsonObject("problem").get("reason").getAsString());
			assertEquals("CONNECTED", first(late, "connections").get("state").getAsString());
		} finally {
			over.countDown();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Nobody looks after a connection whose file is set aside, so it is no good news. */
	@Test
	void aFileThatCanNotBeUsedIsToldAndMakesTheExitCode() throws Exception {
		Path area = Path.of(URIUtil.toURI(Platform.getConfigurationLocation().getDataArea("dev.latchkey.connection")));
		Path file = Files.writeString(area.resolve("00000000-0000-4000-8000-000000000000.json"), "{\"schema\":2,");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
		Path aside = file.resolveSibling(file.getFileName() + ".damaged");
		try {
			Session listed = Session.of("connections", "list", "--json");
			assertEquals(0, listed.exit());
			assertTrue(Files.exists(aside));
			assertEquals(1, listed.json().getAsJsonArray("problems").size());
			assertTrue(listed.err().contains(aside.getFileName().toString()), listed::err);

			Session verified = all();
			assertEquals(16, verified.exit(), verified::out);
			assertEquals("UNREADABLE", verified.reason());
			assertEquals(List.of("CONNECTED"), texts(verified.json(), "connections", "result"));
			assertTrue(verified.json().getAsJsonArray("problems").get(0).getAsString().contains(aside.getFileName().toString()));
			assertTrue(verified.err().contains("Connections that need attention: 1 of 2; the worst: unreadable."), verified::err);
		} finally {
			Files.deleteIfExists(file);
			Files.deleteIfExists(aside);
		}
		assertEquals(0, all().exit());
	}
}
