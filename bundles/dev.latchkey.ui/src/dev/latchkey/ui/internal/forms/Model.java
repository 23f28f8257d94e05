package dev.latchkey.ui.internal.forms;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plain object that tells when something in it has changed. Confined to one thread, the user interface's in dialogs. */
public abstract class Model {

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	public final void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public final void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** To be called after each change. */
	protected final void changed() {
		listeners.forEach(Runnable::run);
	}
}
