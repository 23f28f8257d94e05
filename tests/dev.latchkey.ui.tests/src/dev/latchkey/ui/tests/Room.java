package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;

/** Finds texts that are not seen whole, because their control is too small or sticks out of what is around it. */
final class Room {

	private Room() {
	}

	/** As {@link #faults(Composite, String)}, for a dialog. */
	static List<String> faults(Shell shell) {
		return faults(shell, page(shell));
	}

	/** What is cut off there; in the user interface thread. A page may go on where it can be scrolled. */
	static List<String> faults(Composite parent, String where) {
		List<String> faults = new ArrayList<>();
		for (Control control : controls(parent)) {
			fault(control).ifPresent(fault -> faults.add(where + ": " + fault));
			if (control instanceof Table table) {
				heads(table).forEach(fault -> faults.add(where + ": " + fault));
			}
		}
		return faults;
	}

	static List<Control> controls(Composite parent) {
		List<Control> found = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (child.isVisible() && !(child instanceof Shell)) {
				found.add(child);
				if (child instanceof Composite composite) {
					found.addAll(controls(composite));
				}
			}
		}
		return found;
	}

	private static Optional<String> fault(Control control) {
		if (text(control).isEmpty() || ofWorkbench(control)) {
			return Optional.empty();
		}
		Point size = control.getSize();
		boolean wraps = (control.getStyle() & SWT.WRAP) != 0 || control instanceof Link;
		Point wanted = control.computeSize(wraps ? size.x : SWT.DEFAULT, SWT.DEFAULT);
		if (wanted.x > size.x && !wraps || wanted.y > size.y) {
			return Optional.of(text(control) + " needs " + wanted + ", has " + size);
		}
		return outside(control).map(around -> text(control) + " at " + control.getBounds() + " sticks out of " + around);
	}

	private static Optional<String> outside(Control control) {
		Rectangle bounds = new Rectangle(0, 0, control.getSize().x, control.getSize().y);
		for (Composite around = control.getParent(); around != null; around = around.getParent()) {
			Rectangle here = control.getDisplay().map(control, around, bounds);
			Rectangle area = around.getClientArea();
			boolean below = here.y + here.height > area.y + area.height;
			boolean right = here.x + here.width > area.x + area.width;
			if (around instanceof ScrolledComposite && (below || right)) {
				return right && (around.getStyle() & SWT.H_SCROLL) == 0 ? Optional.of(around.toString()) : Optional.empty();
			}
			if (below || right || here.x < area.x || here.y < area.y) {
				return Optional.of(around + " with " + area);
			}
			if (around instanceof Shell) {
				return Optional.empty();
			}
		}
		return Optional.empty();
	}

	/** That one has to scroll sideways to see all of the page that the control is on; in the user interface thread. */
	static Optional<String> sideways(Control control) {
		Composite around = control.getParent();
		while (!(around instanceof ScrolledComposite)) {
			around = around.getParent();
		}
		Control page = ((ScrolledComposite) around).getContent();
		int room = around.getClientArea().width;
		return page.getSize().x <= room && page.getLocation().x == 0 ? Optional.empty()
				: Optional.of(page.getBounds() + " does not fit into a width of " + room);
	}

	/** Titles of columns whose table is wide enough, but they are not. */
	private static List<String> heads(Table table) {
		List<String> faults = new ArrayList<>();
		GC gc = new GC(table);
		try {
			for (TableColumn column : table.getColumns()) {
				if (gc.stringExtent(column.getText()).x > column.getWidth()) {
					faults.add("column " + column.getText() + " has " + column.getWidth());
				}
			}
		} finally {
			gc.dispose();
		}
		return faults;
	}

	/** JFace's buttons below, and its title area, apart from the message that we give room. */
	static boolean ofDialog(Control control) {
		return control.getData() instanceof Integer || control.getParent() instanceof Shell
				|| control instanceof Text text && (text.getStyle() & SWT.READ_ONLY) != 0
						&& control.getParent().getParent() instanceof Shell;
	}

	private static boolean ofWorkbench(Control control) {
		return ofDialog(control) && !(control instanceof Text);
	}

	/** The page's title; the window's where there are no pages. */
	static String page(Shell shell) {
		return shell.getData() instanceof WizardDialog dialog ? dialog.getCurrentPage().getTitle() : shell.getText();
	}

	/** What a control says that has to be seen whole: fields can be scrolled, the message of a page can't. */
	static String text(Control control) {
		if (control instanceof Text text) {
			return ofDialog(text) ? text.getText() : "";
		}
		if (control instanceof Link link) {
			return link.getText();
		}
		return control instanceof Label label ? label.getText() : control instanceof Button button ? button.getText() : "";
	}
}
