package dev.latchkey.cli;

import org.eclipse.core.runtime.NullProgressMonitor;

import dev.latchkey.certificate.Cancellation;

/** Tells the services of the platform's kind when the command is to end. */
final class CancellingMonitor extends NullProgressMonitor {

	private final Cancellation cancellation;

	CancellingMonitor(Cancellation cancellation) {
		this.cancellation = cancellation;
	}

	@Override
	public boolean isCanceled() {
		return super.isCanceled() || cancellation.requested();
	}
}
