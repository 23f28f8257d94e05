package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** What stands in controls, and the rows of tables. In the user interface thread. */
final class Cells {

	private Cells() {
	}

	/** What can be read in it, in one line. */
	static String text(Control control) {
		if (control instanceof Text text) {
			return text.getText();
		}
		if (control instanceof StyledText text) {
			return text.getText();
		}
		if (control instanceof Label label) {
			return label.getText();
		}
		if (control instanceof Combo combo) {
			return combo.getText();
		}
		if (control instanceof Table || control instanceof Tree) {
			return String.join("; ", rows(control));
		}
		return control instanceof Button button ? WidgetDriver.plain(button.getText()) : "";
	}

	/** The rows of a table or tree, cells joined by " | ", children of a tree indented. */
	static List<String> rows(Control control) {
		return control instanceof Table table
				? Arrays.stream(table.getItems()).map(Cells::row).toList()
				: lines((Tree) control);
	}

	private static List<String> lines(Tree tree) {
		List<String> lines = new ArrayList<>();
		for (TreeItem item : tree.getItems()) {
			lines.add(cells(tree.getColumnCount(), item::getText));
			for (TreeItem child : item.getItems()) {
				if (!child.getText().isEmpty()) {
					lines.add("  " + cells(tree.getColumnCount(), child::getText));
				}
			}
		}
		return lines;
	}

	static String row(TableItem item) {
		return cells(item.getParent().getColumnCount(), item::getText);
	}

	private static String cells(int columns, IntFunction<String> cell) {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < Math.max(1, columns); column++) {
			cells.add(cell.apply(column));
		}
		return String.join(" | ", cells);
	}

	/** For each of the texts the first row that contains it. */
	static TableItem[] find(Table table, String... texts) {
		return Arrays.stream(texts).map(text -> first(table, text)).flatMap(Optional::stream).toArray(TableItem[]::new);
	}

	private static Optional<TableItem> first(Table table, String text) {
		return Arrays.stream(table.getItems()).filter(item -> row(item).contains(text)).findFirst();
	}
}
