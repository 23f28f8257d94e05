package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;

/** The view of the organizations in a real workbench. */
class OrganizationsViewTest {

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private SavedConnections saved;

	@BeforeEach
	void open() throws ConnectionException {
		workbench.clear();
		saved = new SavedConnections();
		saved.clear();
	}

	@AfterEach
	void close() throws ConnectionException {
		workbench.clear();
		saved.clear();
	}

	private void openView() {
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
	}

	private List<String> rows() {
		return driver.rows(WidgetIds.ORGANIZATIONS);
	}

	private void showAllStates() throws ConnectionException {
		saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		openView();
		driver.waitUntil("row", () -> rows().size() == 1);
		saved.add("Adatum", State.UNREACHABLE, Duration.ofDays(200));
		saved.add("Fabrikam", State.NOT_VERIFIED, Duration.ofDays(300));
		saved.add("Litware", State.CONNECTED, Duration.ofHours(10 * 24 + 5));
		saved.add("Tailspin", State.CONNECTED, Duration.ofDays(-10));
		saved.add("Woodgrove", State.NEEDS_PERMISSION, Duration.ofDays(90));
		driver.waitUntil("rows", () -> rows().size() == 6);
	}

	@Test
	void everyStateIsTold() throws ConnectionException {
		showAllStates();
		assertTrue(rows().get(1).startsWith("Contoso | Connected | contoso.com | Exchange Online, SharePoint Online and OneDrive"));
		assertEquals(List.of("Unreachable", "Connected", "Not verified", "Ends in 10 days", "Expired", "Needs permission"),
				rows().stream().map(row -> row.split(" \\| ")[1]).toList());
		assertEquals("6 organizations (Expired: 1, Not verified: 1, Needs permission: 1, Unreachable: 1, Ends soon: 1)",
				driver.text(WidgetIds.ORGANIZATIONS_SUMMARY));
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Woodgrove");
		assertEquals("Woodgrove works, but permissions that are needed by now are missing. <a>Grant Missing Permissions</a>",
				attention());
		screenshots.keep(workbench.window(), "view-states");
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		assertFalse(driver.has(WidgetIds.ORGANIZATIONS_ATTENTION));
	}

	private String attention() {
		Link link = driver.control(Link.class, WidgetIds.ORGANIZATIONS_ATTENTION);
		return driver.ask(link::getText);
	}

	@Test
	void withoutAnyItSaysWhatToDo() {
		openView();
		driver.waitUntil("empty", () -> driver.has(WidgetIds.ORGANIZATIONS_EMPTY));
		assertFalse(driver.has(WidgetIds.ORGANIZATIONS_FILTER));
		screenshots.keep(workbench.window(), "view-empty");
		Link link = driver.control(Link.class, WidgetIds.ORGANIZATIONS_EMPTY);
		driver.start(() -> link.notifyListeners(SWT.Selection, new Event()));
		driver.shell(OpenWizard.TITLE);
	}

	@Test
	void filteringAndGroupingKeepWhatIsSelected() throws ConnectionException {
		showAllStates();
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Tailspin");
		driver.type(WidgetIds.ORGANIZATIONS_FILTER, "exp");
		driver.waitUntil("filtered", () -> rows().size() == 1);
		assertEquals("Tailspin", selectedRow());
		driver.type(WidgetIds.ORGANIZATIONS_FILTER, "nobody");
		driver.waitUntil("nothing", () -> driver.has(WidgetIds.ORGANIZATIONS_EMPTY));
		screenshots.keep(workbench.window(), "view-no-match");
		Link link = driver.control(Link.class, WidgetIds.ORGANIZATIONS_EMPTY);
		driver.start(() -> link.notifyListeners(SWT.Selection, new Event()));
		driver.waitUntil("all", () -> rows().size() == 6);
		workbench.viewMenu(SavedConnections.VIEW, "Group By", "State");
		driver.waitUntil("groups", () -> rows().size() == 12);
		assertTrue(rows().get(0).startsWith("Expired (1)"), rows().get(0));
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Tailspin");
		screenshots.keep(workbench.window(), "view-groups");
		workbench.viewMenu(SavedConnections.VIEW, "Group By", "Nothing");
		driver.waitUntil("rows", () -> rows().size() == 6);
	}

	private String selectedRow() {
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		return driver.ask(() -> table.getSelectionCount() == 1 ? table.getSelection()[0].getText() : "none");
	}

	@Test
	void itIsFoundAgainAsItWasLeft() throws ConnectionException {
		showAllStates();
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		driver.start(() -> {
			TableColumn state = table.getColumn(1);
			state.notifyListeners(SWT.Selection, new Event());
			table.setColumnOrder(new int[] { 1, 0, 2, 3, 4, 5, 6 });
		});
		driver.waitUntil("sorted", () -> rows().get(0).startsWith("Tailspin"));
		workbench.reopenView(SavedConnections.VIEW);
		driver.waitUntil("rows", () -> rows().size() == 6);
		Table again = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		try {
			assertTrue(rows().get(0).startsWith("Tailspin"), rows().get(0));
			assertEquals(1, driver.ask(() -> again.getColumnOrder()[0]));
			screenshots.keep(workbench.window(), "view-moved");
		} finally {
			leaveAsNew(again);
		}
	}

	private void leaveAsNew(Table table) {
		driver.start(() -> {
			table.getColumn(0).notifyListeners(SWT.Selection, new Event());
			table.setColumnOrder(new int[] { 0, 1, 2, 3, 4, 5, 6 });
		});
		driver.settle();
	}

	@Test
	void severalAreCopiedAsTheyAreShown() throws ConnectionException {
		showAllStates();
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		driver.start(() -> {
			table.select(new int[] { 1, 3 });
			table.notifyListeners(SWT.Selection, new Event());
		});
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Copy");
		driver.waitUntil("copied", () -> clipboard().lines().count() == 2);
		assertTrue(clipboard().startsWith("Contoso\tConnected\tcontoso.com\t"), clipboard());
	}

	private String clipboard() {
		return driver.ask(() -> {
			Clipboard clipboard = new Clipboard(driver.display());
			try {
				return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
			} finally {
				clipboard.dispose();
			}
		});
	}

	@Test
	void keysOfTheListDoNotHoldInTheFilter() throws ConnectionException {
		showAllStates();
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		driver.start(table::forceFocus);
		driver.waitUntil("keys hold", OrganizationsViewTest::listKeysHold);
		Text filter = driver.control(Text.class, WidgetIds.ORGANIZATIONS_FILTER);
		driver.start(filter::forceFocus);
		driver.waitUntil("keys don't hold", () -> !listKeysHold());
	}

	private static boolean listKeysHold() {
		return PlatformUI.getWorkbench().getService(IContextService.class).getActiveContextIds()
				.contains("dev.latchkey.ui.organizations.list");
	}

	@Test
	void editsRenamesAndRemoves() throws ConnectionException {
		Connection contoso = saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		openView();
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Edit…");
		driver.shell("Edit Microsoft 365 Organization");
		driver.clickText("Next >");
		driver.waitUntil("account", () -> driver.has(WidgetIds.ACCOUNT));
		assertEquals("alex@contoso.com", driver.text(WidgetIds.ACCOUNT));
		driver.clickText("Cancel");
		driver.waitUntil("closed", () -> !driver.hasShell("Edit Microsoft 365 Organization"));
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Rename…");
		driver.shell("Rename Organization");
		driver.replace("Contoso", "Our largest customer");
		driver.clickText("OK");
		driver.waitUntil("renamed", () -> rows().get(0).startsWith("Our largest customer | "));
		assertEquals("Our largest customer", saved.find(contoso.id()).name());
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Remove…");
		driver.shell("Remove Organizations");
		driver.clickText("Finish");
		driver.waitUntil("empty", () -> driver.has(WidgetIds.ORGANIZATIONS_EMPTY));
		assertTrue(saved.all().isEmpty());
	}

	@Test
	void verifyingTellsOfEachWhyItIsNotProven() throws ConnectionException {
		saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		saved.add("Fabrikam", State.CONNECTED, Duration.ofDays(300));
		workbench.heighten();
		openView();
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Verify");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME)
				.startsWith("Contoso is not proven. No store of this computer has the certificate"));
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		driver.start(() -> {
			table.selectAll();
			table.notifyListeners(SWT.Selection, new Event());
		});
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Verify");
		driver.waitUntil("both are told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME)
				.equals("Proven to work: 0 of 2 organizations."));
		assertEquals(2, driver.text(WidgetIds.ORGANIZATIONS_REASONS).lines().count());
		screenshots.keep(workbench.window(), "view-not-proven");
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Undo Last Run…");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.ORGANIZATIONS_OUTCOME).startsWith("Nothing that was done"));
	}

	@Test
	void theApplicationIsOpenedInItsCloudsPortal() throws ConnectionException {
		saved.add("Contoso", State.CONNECTED, Duration.ofDays(300));
		openView();
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		BrowserOfTests.reset();
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Open in Entra Portal");
		driver.waitUntil("opened", () -> !BrowserOfTests.OPENED.isEmpty());
		assertTrue(BrowserOfTests.OPENED.remove().toString().startsWith("https://entra.microsoft.com/6f7c9d0e"));
	}
}
