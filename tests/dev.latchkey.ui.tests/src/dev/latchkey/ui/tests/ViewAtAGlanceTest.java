package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.registration.Drift;
import dev.latchkey.ui.internal.WidgetIds;

/** What an administrator sees in the view of the organizations without looking for it. */
class ViewAtAGlanceTest {

	private static final int STATE = 1;
	private static final int TOO_NARROW = 40;
	private static final Point NARROW = new Point(640, 600);

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private SavedConnections saved;
	private Language language;
	private Point size;

	@BeforeEach
	void open() throws ConnectionException {
		workbench.clear();
		saved = new SavedConnections();
		saved.clear();
		size = driver.ask(workbench.window()::getSize);
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

	private void openView(int rows) {
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		driver.waitUntil("rows", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == rows);
	}

	private Link attention() {
		return driver.control(Link.class, WidgetIds.ORGANIZATIONS_ATTENTION);
	}

	private String told() {
		return driver.has(WidgetIds.ORGANIZATIONS_ATTENTION) ? driver.ask(attention()::getText) : "";
	}

	private void follow() {
		Link link = attention();
		driver.start(() -> link.notifyListeners(SWT.Selection, new Event()));
	}

	@Test
	void whatSomebodyChangedLeadsToAllThatWasFound() throws ConnectionException {
		Drift added = new Drift(Drift.Kind.CERTIFICATE_ADDED, "CN=Stranger", List.of("Application Administrator"), Optional.empty());
		Drift extra = new Drift(Drift.Kind.PERMISSION_EXTRA, "Microsoft Graph: Mail.Read", List.of(), Optional.empty());
		saved.change(saved.add("Contoso", State.CONNECTED, Duration.ofDays(300)),
				now -> now.with(now.proof().with(List.of(added, extra))));
		openView(1);
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		assertEquals("Contoso works, but somebody has changed something. " + added.sentence() + " <a>Properties</a>", told());
		screenshots.keep(workbench.window(), "view-changed");
		follow();
		Shell properties = driver.shell("Properties for Contoso");
		driver.selectPage("Organization");
		driver.waitUntil("it is told", () -> driver.text(WidgetIds.PROPERTIES_DETAILS)
				.equals("It works, but somebody has changed something.\nFound when it was last verified:\n" + added.sentence() + '\n'
						+ extra.sentence()));
		screenshots.keep(properties, "properties-changed");
		driver.clickText("Cancel");
	}

	@Test
	void oldCertificatesThatNobodyNeedsAreOfferedForRemoval() throws ConnectionException {
		renew("Contoso", 8);
		renew("Fabrikam", 8);
		renew("Litware", 6);
		openView(3);
		driver.waitUntil("it is told", () -> told().equals("Nobody needs the old certificates of 2 organizations any more: "
				+ "they can be removed now. <a>Remove Old Certificates</a>"));
		screenshots.keep(workbench.window(), "view-old-certificates");
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Litware");
		assertEquals("", told());
		driver.selectRow(WidgetIds.ORGANIZATIONS, "Contoso");
		assertTrue(told().startsWith("Nobody needs the old certificate of Contoso any more"), told());
		driver.display().syncExec(() -> {
			Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
			table.deselectAll();
			table.notifyListeners(SWT.Selection, new Event());
		});
		follow();
		driver.shell("Remove Old Certificates");
		assertEquals(List.of("Contoso", "Fabrikam"),
				driver.rows(WidgetIds.RETIRE_CERTIFICATES).stream().map(row -> row.split(" \\| ")[0]).toList());
		driver.clickText("Cancel");
	}

	private void renew(String name, int daysAgo) throws ConnectionException {
		Connection connection = saved.add(name, State.CONNECTED, Duration.ofDays(20));
		saved.change(connection, now -> now.renewed(now.certificate(), Instant.now().plus(Duration.ofDays(300)), "AB".repeat(20),
				Instant.now().minus(Duration.ofDays(daysAgo)), now.proof()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", Language.GERMAN, Language.PSEUDO })
	void inANarrowWindowTheStateIsSeenWhole(String tag) throws ConnectionException {
		if (!tag.equals("en")) {
			language = Language.use(tag);
		}
		for (State state : State.values()) {
			saved.add("Organization with a long name that is " + state, state, Duration.ofDays(300));
		}
		saved.add("Fabrikam", State.CONNECTED, Duration.ofDays(40));
		openView(State.values().length + 1);
		forgetWidths();
		driver.display().syncExec(() -> workbench.window().setSize(NARROW));
		openView(State.values().length + 1);
		driver.settle();
		screenshots.keep(workbench.window(), tag + "-view-narrow");
		List<String> cut = driver.ask(() -> cut(driver.control(Table.class, WidgetIds.ORGANIZATIONS)));
		forgetWidths();
		assertEquals(List.of(), cut);
	}

	@Test
	void aStateColumnThatWasLeftTooNarrowIsWideEnoughAgain() throws ConnectionException {
		saved.add("Contoso", State.NEEDS_PERMISSION, Duration.ofDays(300));
		openView(1);
		driver.display().syncExec(() -> driver.control(Table.class, WidgetIds.ORGANIZATIONS).getColumn(STATE).setWidth(TOO_NARROW));
		workbench.reopenView(SavedConnections.VIEW);
		driver.waitUntil("row", () -> driver.rows(WidgetIds.ORGANIZATIONS).size() == 1);
		driver.settle();
		List<String> cut = driver.ask(() -> cut(driver.control(Table.class, WidgetIds.ORGANIZATIONS)));
		forgetWidths();
		assertEquals(List.of(), cut);
	}

	/** Neither takes over what tests before this one left nor leaves it; a view remembers no width that is none. */
	private void forgetWidths() {
		driver.display().syncExec(() -> {
			for (TableColumn column : driver.control(Table.class, WidgetIds.ORGANIZATIONS).getColumns()) {
				column.setWidth(0);
			}
			workbench.clear();
		});
	}

	private static List<String> cut(Table table) {
		List<String> cut = new ArrayList<>();
		GC gc = new GC(table);
		try {
			for (TableItem item : table.getItems()) {
				int end = item.getTextBounds(STATE).x + gc.textExtent(item.getText(STATE)).x;
				int edge = item.getBounds(STATE).x + table.getColumn(STATE).getWidth();
				if (end > edge) {
					cut.add(item.getText(STATE) + " ends at " + end + " of " + edge);
				}
			}
		} finally {
			gc.dispose();
		}
		return cut;
	}
}
