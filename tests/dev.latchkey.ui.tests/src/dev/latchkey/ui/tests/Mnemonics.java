package dev.latchkey.ui.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Finds letters that lead to two places of one window. */
final class Mnemonics {

	private Mnemonics() {
	}

	/** In the user interface thread. */
	static List<String> faults(Shell shell) {
		List<String> faults = new ArrayList<>();
		Map<String, String> seen = new HashMap<>();
		for (Control control : Room.controls(shell)) {
			String text = Room.text(control);
			int at = text.replace("&&", "  ").indexOf('&');
			if (at >= 0) {
				String key = text.substring(at + 1, at + 2).toLowerCase(Locale.ROOT);
				String other = seen.put(key, text);
				if (other != null) {
					faults.add(Room.page(shell) + ": " + other + " and " + text);
				}
			}
		}
		return faults;
	}
}
