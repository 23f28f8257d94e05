package dev.latchkey.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.latchkey.ui.internal.WidgetIds;

/** What every page owes to keyboards and screen readers. */
class PageLayoutTest {

	private static final Point LOW = new Point(1024, 700);

	private WizardTour tour;
	private final List<String> faults = new ArrayList<>();

	@BeforeEach
	void open() {
		tour = new WizardTour();
	}

	@AfterEach
	void close() {
		tour.close();
	}

	@Test
	void everyFieldIsIdentifiedAndHasAMnemonicOfItsOwn() {
		tour.forEachPage(shell -> {
			faults.addAll(Mnemonics.faults(shell));
			Room.controls(shell).stream().filter(control -> input(control) && !Room.ofDialog(control)).forEach(this::checkField);
		});
		assertEquals(List.of(), faults);
	}

	/** Also where panels of the desktop take their part of 1024 by 768. */
	@Test
	void nothingIsCutOffAndTheDialogFitsALowDisplay() {
		tour.forEachPage(shell -> {
			faults.addAll(Room.faults(shell));
			Point size = shell.getSize();
			if (size.x > LOW.x || size.y > LOW.y) {
				faults.add(Room.page(shell) + ": " + size);
			}
		});
		assertEquals(List.of(), faults);
	}

	private static boolean input(Control control) {
		return control instanceof Text || control instanceof Combo || control instanceof Spinner
				|| control instanceof Table || control instanceof Tree || control instanceof Button
				|| control instanceof StyledText;
	}

	/** A field is named by the label before it, which also has its mnemonic. */
	private void checkField(Control control) {
		String text = control instanceof Button ? Room.text(control) : labelBefore(control);
		if (!text.contains("&")) {
			faults.add(Room.page(control.getShell()) + ": no mnemonic for " + control.getData(WidgetIds.KEY) + " \"" + text + '"');
		}
		if (control.getData(WidgetIds.KEY) == null) {
			faults.add(Room.page(control.getShell()) + ": no id for " + control);
		}
	}

	private static String labelBefore(Control control) {
		List<Control> siblings = List.of(control.getParent().getChildren());
		int index = siblings.indexOf(control);
		if (index > 0) {
			return siblings.get(index - 1) instanceof Label label ? label.getText() : "";
		}
		return control.getParent() instanceof Shell ? "" : labelBefore(control.getParent());
	}
}
