package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.latchkey.registration.CredentialPolicy;
import dev.latchkey.ui.internal.WidgetIds;

/** The page that shows what will change is seen whole, without scrolling, with all that it may have to show. */
class ReviewRoomTest {

	/** What a desktop's panel and the title of the window leave of 1366 by 768. */
	private static final Point DISPLAY = new Point(1366, 700);
	private static final int LINES = 3;

	private Language language;
	private OpenWizard wizard;
	private WidgetDriver driver;

	@AfterEach
	void close() {
		wizard.close();
		if (language != null) {
			language.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", Language.GERMAN })
	void nothingHasToBeScrolledToAtTheUsualSize(String tag) {
		if (!tag.equals("en")) {
			language = Language.use(tag);
		}
		wizard = new OpenWizard();
		driver = wizard.driver();
		wizard.registration().policy = Optional.of(new CredentialPolicy("Short lives", Optional.of(Duration.ofDays(180)), false));
		wizard.fillApplication();
		wizard.signIn();
		wizard.next();
		wizard.waitForPage("Review");
		driver.waitUntil("plan", () -> wizard.nextEnabled() && driver.has(WidgetIds.REVIEW_EXPIRED));
		driver.settle();
		wizard.keep(tag + "-review-room");
		Point size = driver.ask(wizard.shell()::getSize);
		assertTrue(size.x <= DISPLAY.x && size.y <= DISPLAY.y, size::toString);
		ScrolledComposite page = driver.ask(this::page);
		assertEquals(0, driver.ask(() -> Math.max(0, page.getMinHeight() - page.getClientArea().height)));
		Text details = driver.control(Text.class, WidgetIds.REVIEW_DETAILS);
		assertTrue(driver.ask(() -> details.getClientArea().height / details.getLineHeight()) >= LINES);
	}

	private ScrolledComposite page() {
		Composite around = driver.control(Text.class, WidgetIds.REVIEW_DETAILS).getParent();
		while (!(around instanceof ScrolledComposite)) {
			around = around.getParent();
		}
		return (ScrolledComposite) around;
	}
}
