package dev.latchkey.ui.internal.expiry;

import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/**
 * Looks at the ends of certificates once a day, the first time when the console's start is long over. Made when the platform
 * says that it has started, which is never without a workbench; it is both the handler and the job, so that this one class is
 * all that is loaded of Latchkey by then.
 */
@Component(service = EventHandler.class, property = "event.topics=org/eclipse/e4/ui/LifeCycle/appStartupComplete")
public final class ExpiryJob extends Job implements EventHandler {

	private static final long FIRST_MILLIS = TimeUnit.MINUTES.toMillis(2);
	private static final long PERIOD_MILLIS = TimeUnit.DAYS.toMillis(1);

	private volatile boolean stopped;

	/** The name is for the platform's own traces: nobody is shown this job. */
	public ExpiryJob() {
		super("dev.latchkey.ui.expiry"); //$NON-NLS-1$
		setSystem(true);
		setPriority(DECORATE);
	}

	@Override
	public void handleEvent(Event started) {
		schedule(FIRST_MILLIS);
	}

	/** For good: neither what runs nor what is being scheduled meanwhile comes again. */
	@Deactivate
	public void stop() {
		stopped = true;
		cancel();
	}

	/** Asked when it is scheduled and, since it schedules itself while it runs, once more when that run is over. */
	@Override
	public boolean shouldSchedule() {
		return !stopped;
	}

	/** The platform may have asked {@link #shouldSchedule} just before. */
	@Override
	public boolean shouldRun() {
		return !stopped;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			ExpiryCheck.run();
		} finally {
			if (!monitor.isCanceled()) {
				schedule(PERIOD_MILLIS);
			}
		}
		return Status.OK_STATUS;
	}
}
