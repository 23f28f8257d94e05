package dev.latchkey.ui.internal.forms;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.widgets.Composite;

/**
 * What a page shows, with a scroll bar where the dialog has less room than it needs: on low displays, with large fonts and in
 * long languages. Keyboards reach what is out of sight, since it comes into sight with the focus.
 */
public final class ScrolledPage {

	private final ScrolledComposite scroller;
	private final Composite body;

	public ScrolledPage(Composite parent) {
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		body = Controls.body(scroller);
		scroller.setContent(body);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		scroller.addControlListener(ControlListener.controlResizedAdapter(event -> fit()));
	}

	/** What the dialog takes as the page. */
	public Composite control() {
		return scroller;
	}

	/** What the page fills. */
	public Composite body() {
		return body;
	}

	/** Lays out anew, since texts may need other room than before. */
	public void layout() {
		body.layout(true, true);
		fit();
	}

	private void fit() {
		int width = scroller.getClientArea().width;
		if (width > 0) {
			scroller.setMinHeight(body.computeSize(width, SWT.DEFAULT).y);
		}
	}
}
