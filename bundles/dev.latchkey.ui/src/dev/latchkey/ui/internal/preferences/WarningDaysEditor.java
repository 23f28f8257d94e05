package dev.latchkey.ui.internal.preferences;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.latchkey.connection.ConnectionHealth;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** When to warn of a certificate's end. A preference of the connections, not of the wizards: the command line knows it too. */
final class WarningDaysEditor extends StringFieldEditor {

	private static final int LONGEST = 3650;
	private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+"); //$NON-NLS-1$
	private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}"); //$NON-NLS-1$

	WarningDaysEditor(Composite parent) {
		super(ConnectionHealth.WARNING_DAYS, Messages.WarningDaysEditor_label, parent);
		setErrorMessage(NLS.bind(Messages.WarningDaysEditor_invalid, String.valueOf(LONGEST)));
		setEmptyStringAllowed(false);
		Controls.identify(Controls.name(getTextControl(), Messages.WarningDaysEditor_label), WidgetIds.WARNING_DAYS);
		getTextControl().setToolTipText(Messages.WarningDaysEditor_note);
	}

	@Override
	public void setPreferenceStore(IPreferenceStore ofPage) {
		super.setPreferenceStore(ofPage == null ? null : ofConnections());
	}

	private static IPreferenceStore ofConnections() {
		IPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, ConnectionHealth.PREFERENCES);
		if (store.getDefaultString(ConnectionHealth.WARNING_DAYS).isEmpty()) {
			store.setDefault(ConnectionHealth.WARNING_DAYS, ConnectionHealth.DEFAULT_WARNING_DAYS);
		}
		return store;
	}

	private List<String> parts() {
		return SEPARATOR.splitAsStream(getStringValue().strip()).filter(part -> !part.isEmpty()).toList();
	}

	@Override
	protected boolean doCheckState() {
		return !parts().isEmpty()
				&& parts().stream().allMatch(part -> DAYS.matcher(part).matches() && Integer.parseInt(part) <= LONGEST);
	}

	@Override
	protected void doStore() {
		getPreferenceStore().setValue(getPreferenceName(), parts().stream().map(Integer::valueOf).distinct()
				.sorted(Comparator.reverseOrder()).map(String::valueOf).collect(Collectors.joining(","))); //$NON-NLS-1$
	}
}
