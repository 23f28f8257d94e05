package dev.latchkey.ui.internal.view;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

import dev.latchkey.registration.JournalRun;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Formats;
import dev.latchkey.ui.internal.forms.LatestJob;

/** Tells quietly that something was interrupted, with the way to decide about it; without anything it takes no room. */
final class InterruptedLine implements LatestJob.Receiver<List<JournalRun>> {

	private final Link link;
	private final Runnable changed;
	private final LatestJob<List<JournalRun>> asking;

	/**
	 * @param decide  leads to what can be done about it
	 * @param changed is called when it needs more or less room
	 */
	InterruptedLine(Composite parent, Runnable decide, Runnable changed) {
		this.changed = changed;
		link = Controls.identify(new Link(parent, SWT.WRAP), WidgetIds.ORGANIZATIONS_INTERRUPTED);
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> decide.run()));
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(link);
		Controls.show(link, false);
		asking = new LatestJob<>(link, Messages.OrganizationsView_reading);
	}

	/** Asks the journal, without disturbing anybody. */
	void ask() {
		asking.start(monitor -> OsgiServices.with(services -> services.journal().interrupted()), this);
	}

	@Override
	public void done(List<JournalRun> runs) {
		if (!runs.isEmpty()) {
			JournalRun first = runs.get(0);
			link.setText(NLS.bind(Messages.InterruptedLine_text,
					new Object[] { first.applicationName().replace("&", "&&"), first.domain(), Formats.time(first.started()) })); //$NON-NLS-1$ //$NON-NLS-2$
		}
		Controls.show(link, !runs.isEmpty());
		changed.run();
	}

	@Override
	public void failed(Throwable failure) {
		Failures.log(failure);
	}
}
