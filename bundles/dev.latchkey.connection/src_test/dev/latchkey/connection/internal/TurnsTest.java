package dev.latchkey.connection.internal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.certificate.Cancellation;
import dev.latchkey.connection.Connection;

class TurnsTest {

	private final ExecutorService other = Executors.newSingleThreadExecutor();
	private final Turns turns = new Turns();
	private final Connection contoso = FileConnectionServiceTest.connection("Contoso", Optional.empty());

	@AfterEach
	void end() {
		other.shutdownNow();
	}

	private void take(Cancellation cancellation) {
		try (Turns.Turn turn = turns.await(contoso, cancellation)) {
			return;
		}
	}

	@Test
	void whoWaitsForHisTurnCanGiveUp() throws Exception {
		try (Turns.Turn turn = turns.await(contoso, Cancellation.NEVER)) {
			Future<?> waiting = other.submit(() -> take(() -> true));
			assertInstanceOf(CancellationException.class,
					assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS)).getCause());
		}
		other.submit(() -> take(Cancellation.NEVER)).get(20, TimeUnit.SECONDS);
	}
}
