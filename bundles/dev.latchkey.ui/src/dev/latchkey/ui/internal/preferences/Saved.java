package dev.latchkey.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import dev.latchkey.ui.internal.forms.Failures;

/**
 * Writes preferences to their files at once. The platform does so when the dialog closes, with a page's own store alone; the
 * others would wait for the console's end, and the command line would not know of them until then.
 */
final class Saved {

	private Saved() {
	}

	/** @return true, since they hold in this console even where they can't be written */
	static boolean now(String... nodes) {
		for (String node : nodes) {
			try {
				InstanceScope.INSTANCE.getNode(node).flush();
			} catch (BackingStoreException e) {
				Failures.log(e);
			}
		}
		return true;
	}
}
