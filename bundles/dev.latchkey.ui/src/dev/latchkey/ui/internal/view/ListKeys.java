package dev.latchkey.ui.internal.view;

import org.eclipse.swt.events.FocusEvent;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;

/**
 * Lets the list's keys hold while it has the focus, and only then: Delete in the field above it deletes a letter, and no
 * organization.
 */
final class ListKeys implements FocusListener {

	/** Contexts that hold in a place are named in {@code plugin.xml}. */
	private static final String CONTEXT = "dev.latchkey.ui.organizations.list"; //$NON-NLS-1$

	private final IContextService contexts;
	private IContextActivation active;

	ListKeys(Control list, IContextService contexts) {
		this.contexts = contexts;
		list.addFocusListener(this);
		list.addDisposeListener(event -> focusLost(null));
	}

	@Override
	public void focusGained(FocusEvent event) {
		if (active == null) {
			active = contexts.activateContext(CONTEXT);
		}
	}

	@Override
	public void focusLost(FocusEvent event) {
		if (active != null) {
			contexts.deactivateContext(active);
			active = null;
		}
	}
}
