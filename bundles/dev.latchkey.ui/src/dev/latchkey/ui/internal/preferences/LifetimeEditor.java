package dev.latchkey.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.latchkey.certificate.CertificatePolicy;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;
import dev.latchkey.ui.internal.forms.LifetimePolicy;

/** How long the organization lets certificates live. Kept apart from the page's other preferences: it is of the wizards alone. */
final class LifetimeEditor extends IntegerFieldEditor {

	LifetimeEditor(Composite parent) {
		super(LifetimePolicy.MAX_LIFETIME, Messages.LifetimeEditor_label, parent);
		setValidRange(1, LifetimePolicy.LONGEST);
		setErrorMessage(Messages.LifetimeEditor_invalid);
		Controls.identify(Controls.name(getTextControl(), Messages.LifetimeEditor_label), WidgetIds.MAX_LIFETIME);
		getTextControl().setToolTipText(Messages.LifetimeEditor_note);
	}

	@Override
	public void setPreferenceStore(IPreferenceStore ofPage) {
		super.setPreferenceStore(ofPage == null ? null : ofWizards());
	}

	private static IPreferenceStore ofWizards() {
		IPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, LifetimePolicy.QUALIFIER);
		if (store.getDefaultInt(LifetimePolicy.MAX_LIFETIME) == 0) {
			store.setDefault(LifetimePolicy.MAX_LIFETIME, CertificatePolicy.USUAL.maxLifetimeDays());
		}
		return store;
	}
}
