package dev.latchkey.ui.internal.connect;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Mark;
import dev.latchkey.ui.internal.forms.StateLine;

/** Says on the pages behind the search for the organization that the region was changed, for as long as that holds. */
final class RegionLine {

	private final StateLine line;

	RegionLine(Composite body) {
		line = new StateLine(body, Messages.RegionLine_name, WidgetIds.REGION_CHANGE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(line.control());
	}

	void show(SignInModel model) {
		line.showIf(model.regionNote().isPresent(), Mark.INFO, model.regionNote().orElse("")); //$NON-NLS-1$
	}
}
