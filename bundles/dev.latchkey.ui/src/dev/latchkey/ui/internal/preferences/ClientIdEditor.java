package dev.latchkey.ui.internal.preferences;

import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;

import dev.latchkey.registration.ApplicationIdText;
import dev.latchkey.registration.ApplicationIdText.Kind;
import dev.latchkey.ui.internal.WidgetIds;
import dev.latchkey.ui.internal.forms.Controls;

/** The application id of the sign-in client; empty for the usual one. */
final class ClientIdEditor extends StringFieldEditor {

	ClientIdEditor(String key, Composite parent) {
		super(key, Messages.ClientIdEditor_label, parent);
		setErrorMessage(Messages.ClientIdEditor_invalid);
		Controls.identify(Controls.name(getTextControl(), Messages.ClientIdEditor_label), WidgetIds.SIGN_IN_CLIENT);
		getTextControl().setMessage(Messages.ClientIdEditor_usual);
		getTextControl().setToolTipText(Messages.ClientIdEditor_note);
	}

	@Override
	protected boolean doCheckState() {
		Kind kind = ApplicationIdText.of(getStringValue()).kind();
		return kind == Kind.VALID || kind == Kind.EMPTY;
	}

	@Override
	protected void doStore() {
		getPreferenceStore().setValue(getPreferenceName(), ApplicationIdText.of(getStringValue()).value());
	}
}
