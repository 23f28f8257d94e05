package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.connection.Connection.State;
import dev.latchkey.connection.ConnectionException;
import dev.latchkey.ui.internal.WidgetIds;

/** Pages and views look as the console's user chose, also when that changes. */
class LooksTest {

	private static final Color DARK = new Color(0x2f, 0x2f, 0x2f);
	private static final int LARGE = 19;

	private final Workbench workbench = new Workbench();
	private final WidgetDriver driver = workbench.driver();
	private final SavedConnections saved = new SavedConnections();
	private final List<String> faults = new ArrayList<>();
	private FontData[] usual;

	@BeforeEach
	void begin() throws ConnectionException {
		workbench.clear();
		saved.clear();
		usual = driver.ask(() -> JFaceResources.getFontRegistry().getFontData(JFaceResources.DIALOG_FONT));
	}

	@AfterEach
	void clear() throws ConnectionException {
		driver.display().syncExec(() -> JFaceResources.getFontRegistry().put(JFaceResources.DIALOG_FONT, usual));
		workbench.clear();
		saved.clear();
	}

	@Test
	void picturesOfAnOpenViewFollowItsGround() throws ConnectionException {
		saved.add("Adatum", State.UNREACHABLE, Duration.ofDays(200));
		driver.menu(workbench.window(), "Microsoft 365", "Organizations");
		Table table = driver.control(Table.class, WidgetIds.ORGANIZATIONS);
		driver.waitUntil("picture", () -> table.getItemCount() == 1 && table.getItem(0).getImage(1) != null);
		int before = driver.ask(() -> brightness(table.getItem(0).getImage(1)));
		driver.display().syncExec(() -> table.setBackground(DARK));
		driver.waitUntil("brighter", () -> brightness(table.getItem(0).getImage(1)) > before + 50);
		driver.display().syncExec(() -> table.setBackground(null));
		driver.waitUntil("as before", () -> brightness(table.getItem(0).getImage(1)) == before);
	}

	/** Of what is painted, in the mean. */
	private static int brightness(Image image) {
		ImageData data = image.getImageData(100);
		long sum = 0;
		int painted = 0;
		for (int x = 0; x < data.width; x++) {
			for (int y = 0; y < data.height; y++) {
				if (data.getAlpha(x, y) > 128) {
					RGB colour = data.palette.getRGB(data.getPixel(x, y));
					sum += colour.red + colour.green + colour.blue;
					painted += 3;
				}
			}
		}
		assertTrue(painted > 0);
		return (int) (sum / painted);
	}

	@Test
	void everyPageOfTheWizardsHasTheFontOfDialogs() {
		FontData large = new FontData(usual[0].getName(), LARGE, usual[0].getStyle());
		driver.display().syncExec(() -> JFaceResources.getFontRegistry().put(JFaceResources.DIALOG_FONT, new FontData[] { large }));
		Set<String> small = new TreeSet<>();
		try (WizardTour tour = new WizardTour()) {
			tour.forEachPage(shell -> {
				faults.addAll(Room.faults(shell));
				small.addAll(small(shell));
			});
		}
		assertEquals(Set.of(), small);
		assertEquals(List.of(), faults);
	}

	/** What is written in the font of texts, which has a setting of its own, does not count. */
	private static List<String> small(Shell shell) {
		String texts = JFaceResources.getTextFont().getFontData()[0].getName();
		return Room.controls(shell).stream().filter(LooksTest::onPage).filter(control -> height(control) < LARGE)
				.filter(control -> !control.getFont().getFontData()[0].getName().equals(texts))
				.map(control -> Room.page(shell) + ": " + control.getData(WidgetIds.KEY) + ' ' + control).toList();
	}

	private static int height(Control control) {
		return control.getFont().getFontData()[0].getHeight();
	}

	private static boolean onPage(Control control) {
		for (Composite around = control.getParent(); around != null; around = around.getParent()) {
			if (around instanceof ScrolledComposite) {
				return true;
			}
		}
		return false;
	}
}
