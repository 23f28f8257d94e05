package dev.latchkey.ui.internal.preferences;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.IPreferencePageContainer;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;

/** The way to the platform's own pages for what Latchkey takes from the platform; one that a console lacks is left out. */
final class PlatformLinks {

	private static final String NETWORK = "org.eclipse.ui.net.NetPreferences"; //$NON-NLS-1$
	private static final String STORAGE = "org.eclipse.equinox.security.ui.storage"; //$NON-NLS-1$

	private PlatformLinks() {
	}

	static void create(Composite parent, IPreferencePageContainer container) {
		if (container instanceof IWorkbenchPreferenceContainer workbench) {
			create(parent, workbench, NETWORK, Messages.PlatformLinks_network);
			create(parent, workbench, STORAGE, Messages.PlatformLinks_storage);
		}
	}

	private static void create(Composite parent, IWorkbenchPreferenceContainer container, String page, String text) {
		PreferenceManager pages = PlatformUI.getWorkbench().getPreferenceManager();
		if (pages.getElements(PreferenceManager.PRE_ORDER).stream().anyMatch(node -> node.getId().equals(page))) {
			PreferenceLinkArea link = new PreferenceLinkArea(parent, SWT.NONE, page, text, container, null);
			GridDataFactory.fillDefaults().grab(true, false).applyTo(link.getControl());
			Narrow.control(link.getControl());
		}
	}
}
