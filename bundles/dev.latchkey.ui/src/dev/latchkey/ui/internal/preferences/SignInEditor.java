package dev.latchkey.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.latchkey.registration.SignInMethod;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Choices;

/** How administrators sign in at first. Kept apart from the page's other preferences: it is of the wizards alone. */
final class SignInEditor extends ComboFieldEditor {

	SignInEditor(Composite parent) {
		super(Choices.SIGN_IN_METHOD, Messages.SignInEditor_label,
				new String[][] { { Messages.SignInEditor_code, SignInMethod.DEVICE_CODE.name() },
						{ Messages.SignInEditor_browser, SignInMethod.BROWSER.name() } },
				parent);
		Narrow.combo(parent, Messages.SignInEditor_label, WidgetIds.SIGN_IN_METHOD);
	}

	@Override
	public void setPreferenceStore(IPreferenceStore ofPage) {
		super.setPreferenceStore(ofPage == null ? null : ofWizards());
	}

	private static IPreferenceStore ofWizards() {
		IPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Choices.QUALIFIER);
		if (store.getDefaultString(Choices.SIGN_IN_METHOD).isEmpty()) {
			store.setDefault(Choices.SIGN_IN_METHOD, SignInMethod.DEVICE_CODE.name());
		}
		return store;
	}
}
