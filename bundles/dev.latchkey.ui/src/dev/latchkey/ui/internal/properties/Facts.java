package dev.latchkey.ui.internal.properties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** Labels with values behind them, which come later. */
final class Facts {

	/**
	 * One of them.
	 *
	 * @param id    ends the id of the control, see {@link WidgetIds#PROPERTIES}
	 * @param label before the value
	 * @param value empty when there is none
	 */
	record Fact(String id, String label, String value) {

		String line() {
			return label + ' ' + value;
		}
	}

	private final Map<String, StyledText> fields = new LinkedHashMap<>();

	/** @param labels by id, in the order of showing them */
	Facts(Composite parent, Map<String, String> labels) {
		labels.forEach((id, label) -> fields.put(id, Controls.value(parent, label, WidgetIds.PROPERTIES + id)));
	}

	void show(List<Fact> facts) {
		facts.forEach(fact -> fields.get(fact.id()).setText(fact.value()));
	}

	/** One a line, those without a value left out. */
	static String text(List<Fact> facts) {
		return facts.stream().filter(fact -> !fact.value().isEmpty()).map(Fact::line).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}
}
