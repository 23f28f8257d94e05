package dev.latchkey.ui.internal.forms;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.function.Predicate;

import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** This computer's own browser, as the console is set up to open it: a page inside the console is no place for a password. */
public final class ExternalBrowser implements Predicate<URI> {

	/** Opens the address; to be called in the user interface thread. Returns false when it can't be. */
	@Override
	public boolean test(URI address) {
		try {
			PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(address.toURL());
			return true;
		} catch (PartInitException | MalformedURLException e) {
			return false;
		}
	}
}
