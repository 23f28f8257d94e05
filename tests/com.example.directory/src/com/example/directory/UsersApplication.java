package com.example.directory;

import java.io.IOException;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.connection.ConnectionService;

/** Prints the users of every connected organization. */
public final class UsersApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) throws InterruptedException, IOException {
		ServiceTracker<ConnectionService, ConnectionService> tracker = new ServiceTracker<>(
				FrameworkUtil.getBundle(UsersApplication.class).getBundleContext(), ConnectionService.class, null);
		tracker.open();
		try {
			ConnectionService connections = tracker.waitForService(0);
			for (Connection connection : connections.list()) {
				for (String name : new Users(connections, connection.id()).names(null)) {
					System.out.println(connection.name() + ": " + name);
				}
			}
			return EXIT_OK;
		} catch (ConnectionException e) {
			System.err.println(e.getLocalizedMessage());
			return 1;
		} finally {
			tracker.close();
		}
	}

	@Override
	public void stop() {
		// It ends by itself.
	}
}
