package dev.latchkey.ui.internal.expiry;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;

import dev.latchkey.ui.internal.expiry.ExpiryNews.Told;
import dev.latchkey.ui.internal.forms.Choices;
import dev.latchkey.ui.internal.forms.Failures;

/** What was told already, across restarts of the console. What can't be read counts as never told. */
final class WarningMemory {

	private static final String NODE = "told"; //$NON-NLS-1$
	private static final String SEPARATOR = " "; //$NON-NLS-1$

	private final Preferences node = InstanceScope.INSTANCE.getNode(Choices.QUALIFIER).node(NODE);

	Map<UUID, Told> read() {
		Map<UUID, Told> told = new HashMap<>();
		try {
			for (String key : node.keys()) {
				read(key, told);
			}
		} catch (BackingStoreException e) {
			Failures.log(e);
		}
		return told;
	}

	private void read(String key, Map<UUID, Told> told) {
		try {
			String[] parts = node.get(key, "").split(SEPARATOR, -1); //$NON-NLS-1$
			told.put(UUID.fromString(key), new Told(parts[0], Integer.parseInt(parts[1]), parts[2]));
		} catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
			node.remove(key);
		}
	}

	void write(Map<UUID, Told> told) {
		try {
			for (String key : node.keys()) {
				if (told.keySet().stream().noneMatch(id -> id.toString().equals(key))) {
					node.remove(key);
				}
			}
			told.forEach((id, what) -> node.put(id.toString(),
					String.join(SEPARATOR, what.certificate(), String.valueOf(what.days()), what.removable())));
			node.flush();
		} catch (BackingStoreException e) {
			Failures.log(e);
		}
	}
}
