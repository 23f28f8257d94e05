package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.WorkbenchActivityHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.ui.internal.WidgetIds;

/** The example of the page for hosts that hides something, word for word in a plugin that is not ours. */
class HostExamplesTest {

	private static final String EXPERT = "com.example.console.expert";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final SavedConnections saved = new SavedConnections();
	private final IWorkbench platform = PlatformUI.getWorkbench();

	@BeforeEach
	@AfterEach
	void clear() throws Exception {
		workbench.clear();
		saved.clear();
	}

	/** What it hides, and nothing else: the console of the tests hides all there is by an activity of its own. */
	@Test
	void anActivityHidesActionsAndTheView() throws Exception {
		saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		Set<String> before = Set.copyOf(platform.getActivitySupport().getActivityManager().getEnabledActivityIds());
		try (HostPlugin host = HostPlugin.install(driver, HostPlugin.examples("Hide an action, or the view"))) {
			driver.waitUntil("the activity is known", () -> platform.getActivitySupport().getActivityManager()
					.getDefinedActivityIds().contains(EXPERT));
			enable(Set.of());
			assertTrue(driver.ask(this::viewIsHidden));
			openView();
			driver.waitUntil("nothing", () -> ours(contextMenu()).isEmpty() && toolbar().isEmpty());

			enable(Set.of(EXPERT));
			assertFalse(driver.ask(this::viewIsHidden));
			driver.waitUntil("what it has", () -> !ours(contextMenu()).isEmpty() && !toolbar().isEmpty());
			assertEquals(List.of("Hand Over…", "Undo Last Run…"), ours(contextMenu()));
			assertEquals(List.of("remove"), toolbar());
			enable(before);
			driver.waitUntil("all", () -> toolbar().equals(List.of("connect", "verify", "remove")));
		} finally {
			enable(before);
		}
	}

	private boolean viewIsHidden() {
		return WorkbenchActivityHelper.filterItem(platform.getViewRegistry().find(SavedConnections.VIEW));
	}

	private void enable(Set<String> activities) {
		driver.display().syncExec(() -> platform.getActivitySupport().setEnabledActivityIds(activities));
		driver.settle();
	}

	private static List<String> ours(List<String> menu) {
		return menu.stream().filter(text -> !text.isEmpty() && !text.equals("Properties")).toList();
	}

	private void openView() {
		driver.start(() -> {
			try {
				platform.getWorkbenchWindows()[0].getActivePage().showView(SavedConnections.VIEW);
			} catch (PartInitException e) {
				throw new IllegalStateException(e);
			}
		});
		driver.waitUntil("row", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 1);
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
	}

	private List<String> contextMenu() {
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		return driver.ask(() -> texts(table.getMenu()));
	}

	private static List<String> texts(Menu menu) {
		menu.notifyListeners(SWT.Show, new Event());
		try {
			return Arrays.stream(menu.getItems()).map(MenuItem::getText).map(WidgetDriver::plain).toList();
		} finally {
			menu.notifyListeners(SWT.Hide, new Event());
		}
	}

	/** The last words of the ids of the buttons that can be seen. */
	private List<String> toolbar() {
		return driver.ask(() -> {
			IViewPart view = platform.getWorkbenchWindows()[0].getActivePage().findView(SavedConnections.VIEW);
			ToolBarManager manager = (ToolBarManager) view.getViewSite().getActionBars().getToolBarManager();
			return Arrays.stream(manager.getItems()).filter(IContributionItem::isVisible).map(IContributionItem::getId)
					.filter(id -> id != null && id.contains(".tool.")).map(id -> id.substring(id.lastIndexOf('.') + 1)).toList();
		});
	}
}
