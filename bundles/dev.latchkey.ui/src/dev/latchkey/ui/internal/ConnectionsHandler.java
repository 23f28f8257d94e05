package dev.latchkey.ui.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.registration.Cloud;
import dev.latchkey.ui.internal.ServiceSource.MissingServiceException;
import dev.latchkey.ui.internal.forms.Failures;

/** Opens a wizard for the selected connections, wherever in the console they are selected. */
public abstract class ConnectionsHandler extends AbstractHandler {

	@Override
	public final Object execute(ExecutionEvent event) throws ExecutionException {
		OsgiServices services = new OsgiServices();
		try {
			open(SelectedConnections.of(event), services, HandlerUtil.getActiveShellChecked(event));
		} catch (MissingServiceException e) {
			throw new ExecutionException(e.getMessage(), e);
		} catch (ConnectionException e) {
			Failures.log(e);
			ErrorDialog.openError(HandlerUtil.getActiveShellChecked(event), null, null, Status.error(Failures.sentence(e)));
		} finally {
			services.release();
		}
		return null;
	}

	/** Called in the user interface thread; returns when the wizard is closed. */
	protected abstract void open(List<Connection> selected, OsgiServices services, Shell parent)
			throws MissingServiceException, ConnectionException;

	/**
	 * The selected connections as they are now; all when none is selected. What is selected may have gone: the workbench keeps
	 * the last selection of a view that was closed.
	 */
	protected static List<Connection> orAll(List<Connection> selected, OsgiServices services) throws ConnectionException {
		Set<UUID> ids = selected.stream().map(Connection::id).collect(Collectors.toSet());
		List<Connection> all = read(services.lazy(ConnectionService.class)::list);
		List<Connection> chosen = all.stream().filter(connection -> ids.contains(connection.id())).toList();
		return chosen.isEmpty() ? all : chosen;
	}

	/** The clouds that are known now, by their id. */
	protected static Map<String, Cloud> clouds(WizardServices services) throws ConnectionException {
		return read(services.clouds()::clouds).stream()
				.collect(Collectors.toMap(Cloud::id, Function.identity(), (one, other) -> one));
	}

	/** Files may be on another computer, so they are read in the background while the window shows that it is busy. */
	private static <T> List<T> read(Reading<T> reading) throws ConnectionException {
		AtomicReference<List<T>> answer = new AtomicReference<>(List.of());
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
				try {
					answer.set(reading.read());
				} catch (ConnectionException e) {
					throw new InvocationTargetException(e);
				}
			});
			return answer.get();
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof ConnectionException known) {
				throw known;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			throw new OperationCanceledException();
		}
	}

	/** Reads something from files. */
	@FunctionalInterface
	private interface Reading<T> {
		List<T> read() throws ConnectionException;
	}
}
