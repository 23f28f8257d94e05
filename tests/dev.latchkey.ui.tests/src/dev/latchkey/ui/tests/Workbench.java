package dev.latchkey.ui.tests;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** The workbench that the tests run in, for any thread but its own. */
public final class Workbench {

	private static final int HIGH = 1150;

	private final WidgetDriver driver = new WidgetDriver(Display.getDefault());
	private Point usual;

	/** Waits until the workbench has its window. */
	public Workbench() {
		driver.waitUntil("workbench window", () -> PlatformUI.isWorkbenchRunning()
				&& PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0 && page().isPresent());
	}

	public WidgetDriver driver() {
		return driver;
	}

	/** The workbench's window. */
	public Shell window() {
		return driver.ask(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
	}

	private static Optional<IWorkbenchPage> page() {
		return Optional.ofNullable(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage());
	}

	/** Whether the view with that id is open. */
	public boolean showsView(String id) {
		return driver.ask(() -> page().map(page -> page.findViewReference(id)).isPresent());
	}

	/** Chooses an item of a view's own menu. */
	public void viewMenu(String id, String... path) {
		driver.start(() -> {
			IViewPart view = page().orElseThrow().findView(id);
			MenuManager manager = (MenuManager) view.getViewSite().getActionBars().getMenuManager();
			Menu menu = manager.createContextMenu(window(view));
			MenuItem item = WidgetDriver.item(menu, path, 0);
			Arrays.stream(item.getParent().getItems()).forEach(each -> each.setSelection(each == item));
			item.notifyListeners(SWT.Selection, new Event());
		});
		driver.settle();
	}

	private static Shell window(IViewPart view) {
		return view.getSite().getShell();
	}

	/** Closes the view and opens it again. */
	public void reopenView(String id) {
		driver.start(() -> {
			IWorkbenchPage page = page().orElseThrow();
			page.hideView(page.findViewReference(id));
			try {
				page.showView(id);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		driver.settle();
	}

	/** Makes the window so high, until {@link #clear}, that a view below the editors has room for all that it may say. */
	public void heighten() {
		usual = driver.ask(window()::getSize);
		driver.display().syncExec(() -> window().setSize(usual.x, HIGH));
	}

	/** Closes dialogs and views, also those of a test that failed, so that the next test finds the window as new. */
	public void clear() {
		driver.display().syncExec(() -> {
			Shell window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
			Arrays.stream(window.getShells()).filter(shell -> !shell.isDisposed() && shell.getData() instanceof Dialog)
					.forEach(shell -> ((Dialog) shell.getData()).close());
			page().ifPresent(page -> Arrays.stream(page.getViewReferences()).forEach(page::hideView));
			Optional.ofNullable(usual).ifPresent(window::setSize);
		});
	}
}
