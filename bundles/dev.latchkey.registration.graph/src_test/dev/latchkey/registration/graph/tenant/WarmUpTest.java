package dev.latchkey.registration.graph.tenant;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Cloud;

class WarmUpTest {

	private static final URI THERE = URI.create("https://nowhere.invalid");
	private static final Cloud NOWHERE = new Cloud("nowhere", "Nowhere", THERE, THERE, THERE, THERE.toString(), THERE, THERE, true,
			List.of());

	@Test
	void readsAMadeUpTenantWithoutANetworkAndWithoutARefusal() {
		ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
		try {
			assertDoesNotThrow(new WarmUp(NOWHERE, watcher)::read);
		} finally {
			watcher.shutdownNow();
		}
	}
}
