package dev.latchkey.registration.graph.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.registration.Cloud;
import dev.latchkey.registration.Failure;
import dev.latchkey.registration.MicrosoftClouds;
import dev.latchkey.registration.Reason;
import dev.latchkey.registration.Tenant;
import dev.latchkey.registration.graph.Refusal;

class TenantDetectionTest {

	private static final String DOMAIN = "contoso.example";

	private final ExecutorService executor = Executors.newCachedThreadPool();
	private final Map<Cloud, Object> world = new HashMap<>();
	private final Set<Cloud> asked = ConcurrentHashMap.newKeySet();

	@AfterEach
	void stop() {
		executor.shutdownNow();
	}

	/** @param says a reason, or the home of the tenant */
	private void when(Cloud cloud, Object says) {
		world.put(cloud, says);
	}

	private Tenant ask(Cloud cloud) throws Refusal {
		asked.add(cloud);
		if (world.getOrDefault(cloud, Reason.TENANT_NOT_FOUND) instanceof Reason reason) {
			throw new Refusal(Failure.of(reason, DOMAIN, cloud.name()), 0, Optional.empty(), null);
		}
		return new Tenant((Cloud) world.get(cloud), "id", DOMAIN);
	}

	private Tenant detect(List<Cloud> clouds) throws Refusal {
		return new TenantDetection(clouds, DOMAIN, this::ask, executor).detect(new NullProgressMonitor());
	}

	private Failure refused() {
		return assertThrows(Refusal.class, () -> detect(MicrosoftClouds.ALL)).failure();
	}

	@Test
	void theFirstCloudThatKnowsItIsTheOnlyOneThatHearsOfIt() throws Exception {
		when(MicrosoftClouds.GLOBAL, MicrosoftClouds.GLOBAL);
		assertEquals(MicrosoftClouds.GLOBAL, detect(MicrosoftClouds.ALL).cloud());
		assertEquals(Set.of(MicrosoftClouds.GLOBAL), asked);
	}

	@Test
	void cloudsThatShareALoginAreAskedOnce() throws Exception {
		when(MicrosoftClouds.GCC_HIGH, MicrosoftClouds.DOD);
		assertEquals(MicrosoftClouds.DOD, detect(MicrosoftClouds.ALL).cloud());
		assertEquals(false, asked.contains(MicrosoftClouds.DOD));
	}

	@Test
	void theHomeThatAnotherCloudNamesIsAskedItself() throws Exception {
		when(MicrosoftClouds.GLOBAL, MicrosoftClouds.CHINA);
		when(MicrosoftClouds.CHINA, MicrosoftClouds.CHINA);
		assertEquals(MicrosoftClouds.CHINA, detect(MicrosoftClouds.ALL).cloud());
		assertEquals(Set.of(MicrosoftClouds.GLOBAL, MicrosoftClouds.CHINA), asked);
	}

	@Test
	void aHomeThatDoesNotKnowItIsNone() {
		when(MicrosoftClouds.GLOBAL, MicrosoftClouds.CHINA);
		assertEquals(Reason.TENANT_NOT_FOUND, refused().reason());
	}

	@Test
	void aHomeThatMayNotBeAskedIsNamed() {
		when(MicrosoftClouds.GLOBAL, MicrosoftClouds.CHINA);
		Failure failure = assertThrows(Refusal.class, () -> detect(List.of(MicrosoftClouds.GLOBAL))).failure();
		assertEquals(Reason.WRONG_CLOUD, failure.reason());
		assertEquals(List.of(DOMAIN, MicrosoftClouds.GLOBAL.name(), MicrosoftClouds.CHINA.name()), failure.arguments());
		assertEquals(Set.of(MicrosoftClouds.GLOBAL), asked);
	}

	@Test
	void anUnreachableCloudDoesNotStopTheOthers() throws Exception {
		when(MicrosoftClouds.GLOBAL, Reason.TIMED_OUT);
		when(MicrosoftClouds.FRANCE, MicrosoftClouds.FRANCE);
		assertEquals(MicrosoftClouds.FRANCE, detect(MicrosoftClouds.ALL).cloud());
	}

	@Test
	void notFoundIsSaidOnlyWhenAllAnswered() {
		assertEquals(List.of(DOMAIN), refused().arguments());
		assertEquals(Reason.TENANT_NOT_FOUND, refused().reason());
		when(MicrosoftClouds.CHINA, Reason.NETWORK_UNREACHABLE);
		assertEquals(Reason.NETWORK_UNREACHABLE, refused().reason());
	}

	@Test
	void aRedirectionThatNamesNothingIsStillSaid() {
		when(MicrosoftClouds.GLOBAL, Reason.WRONG_CLOUD);
		assertEquals(Reason.WRONG_CLOUD, refused().reason());
	}

	@Test
	void theFirstOfTheOthersThatKnowsItEndsTheWait() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		when(MicrosoftClouds.GERMANY, MicrosoftClouds.GERMANY);
		Tenant found = new TenantDetection(MicrosoftClouds.ALL, DOMAIN, cloud -> {
			if (cloud.equals(MicrosoftClouds.CHINA)) {
				awaitForever(never);
			}
			return ask(cloud);
		}, executor).detect(new NullProgressMonitor());
		assertEquals(MicrosoftClouds.GERMANY, found.cloud());
	}

	private static void awaitForever(CountDownLatch never) {
		try {
			never.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void cancelEndsTheWait() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		CountDownLatch never = new CountDownLatch(1);
		assertThrows(OperationCanceledException.class, () -> new TenantDetection(MicrosoftClouds.ALL, DOMAIN, cloud -> {
			monitor.setCanceled(true);
			awaitForever(never);
			return ask(cloud);
		}, executor).detect(monitor));
	}
}
