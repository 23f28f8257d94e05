package dev.latchkey.ui.internal.connect;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.jface.wizard.WizardPage;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.ui.internal.forms.Failures;

/** Saves the connection that a wizard is about. */
final class Saving {

	private final ConnectModel model;
	private final ConnectionService connections;

	Saving(ConnectModel model, ConnectionService connections) {
		this.model = model;
		this.connections = connections;
	}

	/** @return empty when it could not be saved; the page that is shown says why */
	Optional<Connection> run(IWizardContainer container) {
		AtomicReference<Connection> connection = new AtomicReference<>();
		try {
			container.run(true, false, monitor -> connection.set(save()));
		} catch (InvocationTargetException e) {
			Failures.log(e.getCause());
			((WizardPage) container.getCurrentPage()).setErrorMessage(Failures.sentence(e.getCause()));
			return Optional.empty();
		} catch (InterruptedException e) {
			return Optional.empty();
		}
		return Optional.of(connection.get());
	}

	/** Reads the model in the background, while the dialog lets nobody change it. */
	private Connection save() throws InvocationTargetException {
		try {
			return connections.save(model.connection(connections.list()));
		} catch (ConnectionException e) {
			throw new InvocationTargetException(e);
		}
	}
}
