package dev.latchkey.ui.internal.certificate;

import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.StateLine;

/** Below the list: which providers are still asked, and one line for each that could not be listed. */
final class ProviderLines {

	private final Composite area;
	private List<String> asking = List.of();
	private List<String> problems = List.of();

	ProviderLines(Composite parent) {
		area = Controls.row(parent, 1);
		Controls.show(area, false);
	}

	void show(List<String> names, List<String> sentences) {
		if (names.equals(asking) && sentences.equals(problems)) {
			return;
		}
		asking = List.copyOf(names);
		problems = List.copyOf(sentences);
		for (Control line : area.getChildren()) {
			line.dispose();
		}
		if (!names.isEmpty()) {
			line(WidgetIds.STORE_ASKING, Mark.RUNNING, NLS.bind(Messages.StorePage_asking, String.join(", ", names))); //$NON-NLS-1$
		}
		sentences.forEach(sentence -> line(WidgetIds.STORE_PROBLEM, Mark.WARNING, sentence));
		Controls.show(area, !names.isEmpty() || !sentences.isEmpty());
	}

	private void line(String id, Mark mark, String text) {
		StateLine line = new StateLine(area, Messages.StorePage_providers, id);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line.control());
		line.show(mark, text);
		Dialog.applyDialogFont(line.control());
	}
}
