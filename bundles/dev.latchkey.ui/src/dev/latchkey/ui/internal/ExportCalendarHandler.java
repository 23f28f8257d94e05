package dev.latchkey.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.ui.internal.documents.DocumentWizard;

/** Lets the user write the ends of all connections' certificates as a calendar. */
public final class ExportCalendarHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		OsgiServices services = new OsgiServices();
		try {
			DocumentWizard.saveCalendar(HandlerUtil.getActiveShellChecked(event), services.lazy(ConnectionService.class),
					services.lazy(ConnectionHealth.class));
		} finally {
			services.release();
		}
		return null;
	}
}
