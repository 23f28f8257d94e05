package dev.latchkey.ui.tests;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.eclipse.help.IContext;
import org.eclipse.ui.help.AbstractHelpUI;

/**
 * Takes the place of the console's help window in the workbench of the tests, by the extension point that is made for that:
 * keeps what it is asked to show. What it is asked for comes from the platform's own help system.
 */
public final class HelpOfTests extends AbstractHelpUI {

	/** What F1 was about and nobody has looked at yet. */
	static final BlockingQueue<IContext> SHOWN = new LinkedBlockingQueue<>();

	@Override
	public void displayContext(IContext context, int x, int y) {
		SHOWN.add(context);
	}

	@Override
	public void displayHelp() {
		// nothing in Latchkey opens the whole book
	}

	@Override
	public void displayHelpResource(String href) {
		// nothing in Latchkey opens a page
	}

	@Override
	public boolean isContextHelpDisplayed() {
		return false;
	}
}
