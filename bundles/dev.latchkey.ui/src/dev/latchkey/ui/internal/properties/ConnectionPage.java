package dev.latchkey.ui.internal.properties;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.PropertyPage;

import dev.latchkey.connection.Connection;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.forms.Failures;
import dev.latchkey.ui.internal.forms.Help;
import dev.latchkey.ui.internal.forms.LatestJob;

/**
 * Shows something about a connection that nobody can change here. What it shows is read in the background.
 *
 * @param <T> what is read
 */
abstract class ConnectionPage<T> extends PropertyPage {

	private final String topic;
	private Composite body;

	/** @param topic of the page's help */
	ConnectionPage(String topic) {
		this.topic = topic;
		noDefaultAndApplyButton();
	}

	@Override
	protected final Control createContents(Composite parent) {
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(LayoutConstants.getSpacing()).applyTo(body);
		Help.on(body, topic);
		createBody(body);
		Connection selected = Adapters.adapt(getElement(), Connection.class);
		setMessage(Messages.ConnectionPage_reading, INFORMATION);
		new LatestJob<T>(body, Messages.ConnectionPage_reading).start(monitor -> readNow(selected, monitor), new Reader());
		return body;
	}

	@Override
	public void performHelp() {
		Help.show(topic);
	}

	/** Creates what does not depend on what is read; two columns. */
	abstract void createBody(Composite parent);

	/** As it is saved now: it may have been changed since it was selected. */
	private T readNow(Connection selected, IProgressMonitor monitor) throws Exception {
		OsgiServices services = new OsgiServices();
		try {
			Sources sources = new Sources(services.get(), services.health());
			return read(sources.wizard().connections().find(selected.id()).orElse(selected), sources, monitor);
		} finally {
			services.release();
		}
	}

	/** Called in a background thread. */
	abstract T read(Connection connection, Sources sources, IProgressMonitor monitor) throws Exception;

	/** Called in the user interface thread. */
	abstract void show(T content);

	private final class Reader implements LatestJob.Receiver<T> {

		@Override
		public void done(T content) {
			setMessage(null);
			show(content);
			body.layout(true, true);
		}

		@Override
		public void failed(Throwable failure) {
			Failures.log(failure);
			setMessage(Failures.sentence(failure), WARNING);
		}
	}
}
