package dev.latchkey.tenant.internal.entra;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.latchkey.tenant.BrowserSignIns;

/** Who is sent back with a refusal, one after the other. */
public final class BrowserRefusals implements BrowserSignIns {

	private final Queue<Integer> numbers = new ConcurrentLinkedQueue<>();

	@Override
	public void refuseNext(int aadsts) {
		numbers.add(aadsts);
	}

	/** @return the refusal that the next person meets */
	Optional<EntraError> next(String clientId) {
		return Optional.ofNullable(numbers.poll()).map(number -> EntraError.of(number, clientId));
	}
}
