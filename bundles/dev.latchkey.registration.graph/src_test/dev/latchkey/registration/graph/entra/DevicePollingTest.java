package dev.latchkey.registration.graph.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.microsoft.aad.msal4j.HttpResponse;

class DevicePollingTest {

	@Test
	void nothingIsAskedBeforeTheFutureIsFollowed() throws Exception {
		BlockingQueue<String> asked = new ArrayBlockingQueue<>(1);
		DevicePolling polling = new DevicePolling(request -> {
			asked.add("asked");
			return new HttpResponse().statusCode(200);
		}, null);
		Thread sender = new Thread(() -> {
			try {
				polling.send(null);
			} catch (Exception e) {
				asked.add(e.toString());
			}
		});
		sender.start();
		while (sender.getState() == Thread.State.NEW || sender.getState() == Thread.State.RUNNABLE) {
			Thread.onSpinWait();
		}
		assertTrue(asked.isEmpty(), asked::toString);
		polling.followed();
		assertEquals("asked", asked.poll(10, TimeUnit.SECONDS));
		sender.join();
	}
}
