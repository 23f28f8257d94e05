package dev.latchkey.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

import dev.latchkey.registration.CloudCatalog;

/** What administrators sign in with, how long certificates may live, and which clouds there are beside Microsoft's own. Takes effect at once. */
public final class LatchkeyPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	public LatchkeyPage() {
		super(GRID);
	}

	@Override
	public void init(IWorkbench workbench) {
		setDescription(Messages.LatchkeyPage_description);
		setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, CloudCatalog.PREFERENCES));
	}

	@Override
	protected void createFieldEditors() {
		addField(new ClientIdEditor(CloudCatalog.SIGN_IN_CLIENT, getFieldEditorParent()));
		addField(new LifetimeEditor(getFieldEditorParent()));
		addField(new CloudFilesEditor(CloudCatalog.CLOUD_FILES, getFieldEditorParent()));
	}
}
