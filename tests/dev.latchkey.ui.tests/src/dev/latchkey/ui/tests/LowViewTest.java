package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;

/** Where the view has little height, as at the bottom of a small display, the list comes first. */
class LowViewTest {

	private static final int WIDTH = 1366;
	private static final int HIGH = 900;
	private static final int LOW = 220;
	/** Seen whole. */
	private static final int ROWS = 3;
	private static final String DIALOG = "Outcome of the last command";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final SavedConnections saved = new SavedConnections();
	private Language language;
	private Point size;

	@BeforeEach
	void open() throws ConnectionException {
		workbench.clear();
		saved.clear();
		size = driver.ask(workbench.window()::getSize);
		for (String name : new String[] { "Contoso", "Fabrikam & Sons", "Litware", "Tailspin", "Woodgrove" }) {
			saved.add(name, State.NEEDS_PERMISSION, Duration.ofDays(300));
		}
	}

	@AfterEach
	void close() throws ConnectionException {
		workbench.clear();
		driver.display().syncExec(() -> workbench.window().setSize(size));
		if (language != null) {
			language.close();
		}
		saved.clear();
	}

	/** Shows the view in a stack of that height, tabs and all. */
	private void openView() {
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		driver.waitUntil("rows", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 5);
		driver.display().syncExec(() -> workbench.window().setSize(WIDTH, HIGH));
		driver.settle();
		driver.display().syncExec(() -> workbench.window().setSize(WIDTH, HIGH * LOW / stack().getSize().y));
		driver.waitUntil("low", () -> stack().getSize().y <= LOW);
	}

	private Control stack() {
		Composite around = table().getParent();
		while (!(around instanceof CTabFolder)) {
			around = around.getParent();
		}
		return around;
	}

	private Table table() {
		return driver.control(Table.class, WidgetIds.ORGANIZATIONS);
	}

	private void verify(String... names) {
		driver.selectRow(WidgetIds.ORGANIZATIONS, names);
		driver.contextMenu(WidgetIds.ORGANIZATIONS, "Verify");
		// before, it tells that it verifies
		driver.waitUntil("it is told", () -> !driver.text(WidgetIds.ORGANIZATIONS_OUTCOME).endsWith("…"));
	}

	/** Of the list, also not below the end of the view. */
	private int rowsInSight() {
		Table table = table();
		return driver.ask(() -> {
			Composite view = table.getParent().getParent().getParent().getParent();
			int top = driver.display().map(table.getParent(), view, table.getLocation()).y;
			int height = Math.min(table.getSize().y, view.getClientArea().height - top) - table.getHeaderHeight();
			return height / table.getItemHeight();
		});
	}

	private void follow(String id) {
		Link link = driver.control(Link.class, id);
		driver.start(() -> link.notifyListeners(SWT.Selection, new Event()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", Language.GERMAN, Language.PSEUDO })
	void theListKeepsItsRowsWhateverVerifyingTells(String tag) {
		if (!tag.equals("en")) {
			language = Language.use(tag);
		}
		openView();
		verify("Contoso", "Fabrikam", "Litware", "Tailspin");
		screenshots.keep(workbench.window(), tag + "-view-low");
		assertTrue(rowsInSight() >= ROWS, () -> "rows: " + rowsInSight());
		assertFalse(driver.has(WidgetIds.ORGANIZATIONS_REASONS));
	}

	@Test
	void whatDoesNotFitIsOneLinkAway() {
		openView();
		verify("Fabrikam");
		assertTrue(rowsInSight() >= ROWS, () -> "rows: " + rowsInSight());
		follow(WidgetIds.ORGANIZATIONS_OUTCOME_DETAILS);
		screenshots.keep(driver.shell(DIALOG), "view-low-details");
		assertTrue(driver.ask(() -> Room.controls(driver.shell(DIALOG)).stream().map(Room::text)
				.anyMatch(text -> text.startsWith("Fabrikam && Sons is not proven. No store of this computer has the certificate"))));
		driver.clickText("OK");
		driver.waitUntil("closed", () -> !driver.hasShell(DIALOG));
	}

	@Test
	void whatWasToldCanBeHiddenForWhatIsTheMatter() {
		openView();
		verify("Contoso");
		follow(WidgetIds.ORGANIZATIONS_OUTCOME_HIDE);
		driver.waitUntil("hidden", () -> !driver.has(WidgetIds.ORGANIZATIONS_OUTCOME));
		assertTrue(driver.has(WidgetIds.ORGANIZATIONS_ATTENTION));
		screenshots.keep(workbench.window(), "view-low-attention");
	}

	@Test
	void aHighViewTellsEverything() {
		openView();
		verify("Contoso", "Litware");
		driver.display().syncExec(() -> workbench.window().setSize(WIDTH, HIGH));
		driver.waitUntil("everything", () -> driver.has(WidgetIds.ORGANIZATIONS_REASONS));
		assertFalse(driver.has(WidgetIds.ORGANIZATIONS_OUTCOME_DETAILS));
		assertEquals(2, driver.text(WidgetIds.ORGANIZATIONS_REASONS).lines().count());
		screenshots.keep(workbench.window(), "view-high");
	}
}
