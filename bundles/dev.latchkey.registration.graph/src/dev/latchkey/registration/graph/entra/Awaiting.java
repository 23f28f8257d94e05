package dev.latchkey.registration.graph.entra;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.OperationCanceledException;

import com.microsoft.aad.msal4j.IAuthenticationResult;

import dev.latchkey.registration.graph.Refusal;
import dev.latchkey.registration.graph.net.Operation;

/** Waits for what MSAL4J does elsewhere, but not longer than until the operation is cancelled. */
final class Awaiting {

	/** How long a cancelled operation may go on unnoticed. */
	static final long LOOK_MILLIS = 50;

	private final Operation operation;
	private final EntraFaults faults;

	Awaiting(Operation operation, EntraFaults faults) {
		this.operation = operation;
		this.faults = faults;
	}

	IAuthenticationResult result(Future<IAuthenticationResult> future) throws Refusal {
		while (true) {
			try {
				operation.checkCanceled();
				return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				continue;
			} catch (ExecutionException e) {
				throw faults.translate(e.getCause());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new OperationCanceledException();
			}
		}
	}
}
