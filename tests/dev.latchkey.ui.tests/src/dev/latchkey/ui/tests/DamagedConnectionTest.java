package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.ui.internal.WidgetIds;

/** A connection's file that is none any more, in the view. */
class DamagedConnectionTest {

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final SavedConnections saved = new SavedConnections();

	@BeforeEach
	@AfterEach
	void clear() throws Exception {
		workbench.clear();
		saved.clear();
	}

	@Test
	void whatWasSetAsideIsToldBesideTheOthers() throws Exception {
		saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		Path area = Path.of(URIUtil.toURI(Platform.getConfigurationLocation().getDataArea("dev.latchkey.connection")));
		Path file = Files.writeString(area.resolve("00000000-0000-4000-8000-000000000000.json"), "{\"schema\":2,");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
		Path aside = file.resolveSibling(file.getFileName() + ".damaged");
		try {
			driver.menu(workbench.window(), "Microsoft 365", "Organizations");
			driver.waitUntil("told", () -> driver.has(WidgetIds.ORGANIZATIONS_PROBLEMS)
					&& driver.text(WidgetIds.ORGANIZATIONS_PROBLEMS).contains(aside.toString()));
			assertEquals(1, driver.rows(WidgetIds.ORGANIZATIONS).size());
			assertTrue(Files.exists(aside));
		} finally {
			Files.deleteIfExists(file);
			Files.deleteIfExists(aside);
		}
	}
}
