package dev.latchkey.ui.internal.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.latchkey.connection.Standing;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** The field that filters the list, and beside it how many are shown and how they stand. */
final class FilterRow {

	private static final int MARGIN = 4;
	private static final int NARROWEST_IN_CHARS = 16;

	private final Composite line;
	private final Text text;
	private final Label summary;

	/**
	 * @param changed gets what is typed
	 * @param leave   goes on to the list
	 */
	FilterRow(Composite parent, Consumer<String> changed, Runnable leave) {
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, 0).spacing(LayoutConstants.getSpacing()).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, MARGIN).applyTo(line);
		text = Controls.field(line, Messages.FilterRow_label, WidgetIds.ORGANIZATIONS_FILTER,
				SWT.BORDER | SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(Messages.FilterRow_hint);
		((GridData) text.getLayoutData()).minimumWidth = new PixelConverter(text).convertWidthInCharsToPixels(NARROWEST_IN_CHARS);
		text.addModifyListener(event -> changed.accept(text.getText()));
		text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				leave.run();
			}
		}));
		summary = Controls.identify(Controls.label(line, ""), WidgetIds.ORGANIZATIONS_SUMMARY); //$NON-NLS-1$
	}

	Control control() {
		return line;
	}

	void clear() {
		text.setText(""); //$NON-NLS-1$
		text.setFocus();
	}

	void summarize(OrganizationRows rows) {
		summary.setText(summary(rows));
		summary.setToolTipText(summary.getText());
		line.layout(true, true);
	}

	/** How many there are, and how many of them stand otherwise than well, the worst first. */
	static String summary(OrganizationRows rows) {
		List<OrganizationRow> all = rows.all();
		Map<Standing, Long> counts = all.stream().collect(Collectors.groupingBy(row -> row.health().standing(),
				() -> new EnumMap<>(Standing.class), Collectors.counting()));
		counts.remove(Standing.CONNECTED);
		String states = counts.entrySet().stream()
				.map(entry -> NLS.bind(Messages.FilterRow_state, entry.getKey().title(), entry.getValue()))
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
		return states.isEmpty() ? number(rows) : NLS.bind(Messages.FilterRow_summary, number(rows), states);
	}

	private static String number(OrganizationRows rows) {
		int all = rows.all().size();
		if (rows.count() == all) {
			return all == 1 ? Messages.FilterRow_one : NLS.bind(Messages.FilterRow_all, all);
		}
		return NLS.bind(all == 1 ? Messages.FilterRow_someOne : Messages.FilterRow_some, rows.count(), all);
	}
}
