package dev.latchkey.ui.internal.forms;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * F1 where GTK draws: there SWT knows only Ctrl+F1 as the key of help, and F1 alone does nothing in any Eclipse. A binding of
 * the console's own for F1 goes first. User interface thread only.
 */
final class HelpKey implements Listener {

	private final Control page;

	private HelpKey(Control page) {
		this.page = page;
	}

	/** F1 in the control, in one inside it, or at another place of the dialog that shows it, asks for help as Ctrl+F1 does. */
	static void on(Control control) {
		if (!"gtk".equals(SWT.getPlatform())) { //$NON-NLS-1$
			return;
		}
		Display display = control.getDisplay();
		HelpKey key = new HelpKey(control);
		display.addFilter(SWT.KeyDown, key);
		control.addDisposeListener(event -> display.removeFilter(SWT.KeyDown, key));
	}

	@Override
	public void handleEvent(Event event) {
		if (event.doit && event.keyCode == SWT.F1 && (event.stateMask & SWT.MODIFIER_MASK) == 0
				&& event.widget instanceof Control focus && concerns(focus)) {
			event.doit = false;
			ask(focus);
		}
	}

	private boolean concerns(Control focus) {
		boolean inDialog = page.getShell().getParent() != null;
		return page.isVisible() && focus.getShell() == page.getShell() && (inDialog || isInside(focus));
	}

	private boolean isInside(Control focus) {
		Control around = focus;
		while (around != null && around != page) {
			around = around.getParent();
		}
		return around == page;
	}

	/** Tells the nearest that listens, as SWT does. */
	private static void ask(Control focus) {
		Control listening = focus;
		while (listening != null && !listening.isListening(SWT.Help)) {
			listening = listening.getParent();
		}
		if (listening != null) {
			listening.notifyListeners(SWT.Help, new Event());
		}
	}
}
