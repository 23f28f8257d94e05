package dev.latchkey.ui.internal.forms;

import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.IWorkbenchHelpSystem;

/**
 * Tells the console's help where somebody is. A topic is the id of a context of {@code dev.latchkey.ui} in the contexts of
 * {@code dev.latchkey.help}; for a wizard's page it is the page's name. User interface thread only.
 */
public final class Help {

	private static final String BUNDLE = "dev.latchkey.ui."; //$NON-NLS-1$

	private Help() {
	}

	/** F1 in the control, or in one inside it, is about the topic. */
	public static void on(Control control, String topic) {
		system().setHelp(control, BUNDLE + topic);
		HelpKey.on(control);
	}

	/** Opens the help about the topic; does nothing in a console that has none. */
	public static void show(String topic) {
		system().displayHelp(BUNDLE + topic);
	}

	/** Gives the dialog its help button where the console has help. Called before the dialog is opened. */
	public static void offer(TrayDialog dialog) {
		dialog.setHelpAvailable(system().hasHelpUI());
	}

	private static IWorkbenchHelpSystem system() {
		return PlatformUI.getWorkbench().getHelpSystem();
	}
}
