package dev.latchkey.ui.tests;

import java.net.URI;
import java.net.URL;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.eclipse.ui.PartInitException;
import org.eclipse.ui.browser.AbstractWebBrowser;
import org.eclipse.ui.browser.AbstractWorkbenchBrowserSupport;
import org.eclipse.ui.browser.IWebBrowser;

/**
 * Takes the place of this computer's browser in the workbench of the tests, by the extension point that is made for that:
 * keeps the addresses that it is told to open, or says that there is none.
 */
public final class BrowserOfTests extends AbstractWorkbenchBrowserSupport {

	/** What was opened and nobody has looked at yet. */
	public static final BlockingQueue<URI> OPENED = new LinkedBlockingQueue<>();

	/** Whether there is no browser here. */
	static volatile boolean missing;

	@Override
	public IWebBrowser createBrowser(String id) {
		return new AbstractWebBrowser(id) {
			@Override
			public void openURL(URL address) throws PartInitException {
				if (missing) {
					throw new PartInitException("There is no browser");
				}
				OPENED.add(URI.create(address.toString()));
			}
		};
	}

	@Override
	public IWebBrowser createBrowser(int style, String id, String name, String tooltip) {
		return createBrowser(id);
	}

	/** As a computer that was just set up. */
	static void reset() {
		missing = false;
		OPENED.clear();
	}
}
