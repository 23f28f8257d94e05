package dev.latchkey.registration.graph;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/** Of something done in several threads: cancelled with the caller's monitor, or when the rest is of no more use. */
final class Whole extends NullProgressMonitor {

	private final IProgressMonitor monitor;

	/** @param monitor may be null */
	Whole(IProgressMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public boolean isCanceled() {
		return super.isCanceled() || monitor != null && monitor.isCanceled();
	}
}
