package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.connection.Connection;
import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;

/** What the property pages of a connection show of what they have read. */
class PropertiesTest {

	private static final String PAGE = "dev.latchkey.ui.properties.certificate";
	private static final String SHA1 = "5AEBC234C80C3EE9AA34F9F4739B9A5BF58EB2F9";

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final Screenshots screenshots = new Screenshots(driver);
	private final SavedConnections saved = new SavedConnections();
	private Language language;

	@BeforeEach
	void open() throws ConnectionException {
		workbench.clear();
		saved.clear();
	}

	@AfterEach
	void close() throws ConnectionException {
		workbench.clear();
		if (language != null) {
			language.close();
		}
		saved.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", Language.GERMAN })
	void renewedCertificatesAreSeenWithTheirDates(String tag) throws ConnectionException {
		if (!tag.equals("en")) {
			language = Language.use(tag);
		}
		Connection contoso = saved.change(saved.add("Contoso", State.CONNECTED, Duration.ofDays(300)),
				now -> now.renewed(now.certificate(), now.certificateEnds(), SHA1, Instant.now(), now.proof()));
		driver.start(() -> PreferencesUtil.createPropertyDialogOn(workbench.window(), contoso, PAGE, null, null, 0).open());
		Shell shell = driver.shell("Properties for Contoso");
		driver.waitUntil("read", () -> driver.rows(WidgetIds.PROPERTIES_RETIRED).size() == 1);
		screenshots.keep(shell, tag + "-properties-renewed");
		Table table = driver.control(Table.class, WidgetIds.PROPERTIES_RETIRED);
		assertEquals(SHA1, driver.ask(() -> table.getItem(0).getText(0)));
		int columns = driver.ask(() -> Arrays.stream(table.getColumns()).mapToInt(TableColumn::getWidth).sum());
		int room = driver.ask(() -> table.getClientArea().width);
		assertTrue(columns <= room, columns + " of " + room);
	}
}
