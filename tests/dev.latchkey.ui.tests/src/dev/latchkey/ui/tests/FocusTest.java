package dev.latchkey.ui.tests;

import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.ui.internal.WidgetIds;

/** Who works with the keyboard begins each page at its first control, and not at a button of the wizard. */
class FocusTest {

	private OpenWizard wizard;
	private WidgetDriver driver;

	@BeforeEach
	void open() {
		wizard = new OpenWizard();
		driver = wizard.driver();
	}

	@AfterEach
	void close() {
		wizard.close();
	}

	@Test
	void pagesBeginAtTheirFirstControl() {
		awaitFocus(WidgetIds.EXCHANGE);
		wizard.next();
		awaitFocus(WidgetIds.ACCOUNT);
		wizard.back();
		awaitFocus(WidgetIds.EXCHANGE);
	}

	@Test
	void certificatePagesBeginAtTheirFirstControl() {
		wizard.next();
		driver.click(WidgetIds.INSTALL);
		driver.shell(OpenWizard.SELECT_TITLE);
		awaitFocus(WidgetIds.TYPE_GENERATE);
		driver.clickText("Next >");
		awaitFocus(WidgetIds.GENERATE_NAME);
		driver.clickText("< Back");
		driver.click(WidgetIds.TYPE_FILE);
		driver.clickText("Next >");
		awaitFocus(WidgetIds.FILE_PATH);
	}

	private void awaitFocus(String id) {
		driver.waitUntil("focus on " + id, () -> {
			Control focus = driver.display().getFocusControl();
			return focus != null && id.equals(focus.getData(WidgetIds.KEY));
		});
	}
}
