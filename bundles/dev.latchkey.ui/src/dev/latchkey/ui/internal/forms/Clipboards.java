package dev.latchkey.ui.internal.forms;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** The clipboard of this computer. */
public final class Clipboards {

	private Clipboards() {
	}

	public static void copy(Control from, String text) {
		Clipboard clipboard = new Clipboard(from.getDisplay());
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
