package dev.latchkey.ui.internal.expiry;

import java.time.Instant;
import java.util.List;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.connection.ConnectionService;
import dev.latchkey.ui.internal.OsgiServices;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Failures;

/** Looks at the connections' files, and lets the platform's notification tell what is new. No network. */
final class ExpiryCheck {

	private ExpiryCheck() {
	}

	/** For background threads; failures are logged. */
	static void run() {
		if (!Choices.expiryNotified() || !PlatformUI.isWorkbenchRunning()) {
			return;
		}
		OsgiServices services = new OsgiServices();
		try {
			tell(services.lazy(ConnectionService.class).list(), services.lazy(ConnectionHealth.class).warningDays());
		} catch (ConnectionException | IllegalStateException e) {
			Failures.log(e);
		} finally {
			services.release();
		}
	}

	private static void tell(List<Connection> connections, List<Integer> warningDays) {
		WarningMemory memory = new WarningMemory();
		ExpiryNews news = ExpiryNews.of(connections, warningDays, memory.read(), Instant.now());
		if (!news.isEmpty()) {
			show(news);
		}
		memory.write(news.memory());
	}

	private static void show(ExpiryNews news) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		try {
			display.asyncExec(() -> ExpiryPopup.open(display, news));
		} catch (SWTException e) {
			// The workbench was closed meanwhile.
			Failures.log(e);
		}
	}
}
